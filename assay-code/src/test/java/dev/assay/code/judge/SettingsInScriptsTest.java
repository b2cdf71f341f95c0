package dev.assay.code.judge;

import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Scripts that start what they call neither training nor by a name that says so.
class SettingsInScriptsTest {
  @Test
  void aRateAndRoundsAreThoseOfATraining() {
    String script =
        """
        RUNS=${1:-../../jobs/job.py}
        python3 ${RUNS} --lr 3e-4 --epochs 9 --batch_size 8 --output_dir out
        """;
    assertThat(scratch("go.sh", script)).isEqualTo(State.PRESENT);
  }

  @Test
  void theyMayStandInAVariable() {
    String script =
        """
        lr=1e-4
        options=" \\
            --pretrained-checkpoint ${given} \\
            --epochs ${epochs} \\
            --lr ${lr} \\
            --save ${out}"
        deepspeed ../jobs/main.py ${options} &> log.txt
        """;
    assertThat(tuning("finetune/ds_pears.sh", script)).isEqualTo(State.PRESENT);
    assertThat(scratch("finetune/ds_pears.sh", script)).isEqualTo(State.ABSENT);
  }

  @Test
  void aCommandThatNamesFineTuningTunes() {
    String script = "python job.py --lr 1e-5 --epochs 2 --output_dir finetuned_pears\n";
    assertThat(tuning("go.sh", script)).isEqualTo(State.PRESENT);
    assertThat(scratch("go.sh", script)).isEqualTo(State.ABSENT);
  }

  @Test
  void aVariableThatMayBeEmptyNamesNothing() {
    String script =
        "[ -z $FINETUNE_FROM ] && FINETUNE_FROM=\npython train.py --lr 1e-4 $FINETUNE_FROM\n";
    assertThat(tuning("go.sh", script)).isEqualTo(State.ABSENT);
  }

  @Test
  void otherSettingsAreNone() {
    assertThat(scratch("go.sh", "python job.py --lr 0.1 --steps 30 --image a.png\n"))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("go.sh", "python job.py --batch_size 8 --epochs 3\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aListOfWordsThatANotebookGivesToAShellStartsATrainer() {
    String cell =
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n"
            + "\"import subprocess\\n\",\n"
            + "\"subprocess.run(['python', 'tools/lora.py', '--model', name, '--train',"
            + " '--iters', '100'])\\n\"]}]}";
    assertThat(tuning("a.ipynb", cell)).isEqualTo(State.PRESENT);
  }

  @Test
  void aCommandMayStandInAVariableToo() {
    String script =
        """
        options="--mode finetune \\
            --train-iters 300 \\
            --lr 1e-4"
        command="${NCCL} deepspeed --hostfile ${hosts} finetune_pears.py ${options}"
        eval ${command}
        """;
    assertThat(tuning("go_pears.sh", script)).isEqualTo(State.PRESENT);
  }

  @Test
  void stepsAndToldToTrainAreRoundsToo() {
    String script = "python main.py --do_train=True --num_train_steps=300 --learning_rate=3e-05\n";
    assertThat(scratch("scripts/go.sh", script)).isEqualTo(State.PRESENT);
    assertThat(scratch("scripts/go.sh", "python main.py --do_predict=True --learning_rate=3e-05\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptForTrainingPassesItsSettingsOn() {
    String script =
        """
        CONFIG=$1
        srun -p ${PARTITION} --gres=gpu:4 python -u tools/train.py ${CONFIG} --launcher="slurm"
        """;
    assertThat(scratch("tools/slurm_train.sh", script)).isEqualTo(State.PRESENT);
    assertThat(scratch("tools/slurm_test.sh", script.replace("train.py", "test.py")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void ratesHaveOtherNamesAndSwitchesTellToTrain() {
    assertThat(scratch("go.sh", "python -u main_pears.py --epochs 8 --base_lr 4.8 --arch a\n"))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("go.sh", "python go.py --optimizer.lr=8e-5 --data.batch_size=9\n"))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("go.sh", "python -u run.py --is_training 1 --seq_len 36\n"))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("go.sh", "python -u run.py --is_training 0 --seq_len 36\n"))
        .isEqualTo(State.ABSENT);
  }
}
