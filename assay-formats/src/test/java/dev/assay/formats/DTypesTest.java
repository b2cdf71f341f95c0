package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DType;
import dev.assay.model.Tensor.Role;
import org.junit.jupiter.api.Test;

class DTypesTest {
  @Test
  void stateThatNoGradientChangesIsToldByTheLastPartOfItsName() {
    assertThat(DTypes.role("bn1.running_mean", DType.F32)).isEqualTo(Role.BUFFER);
    assertThat(DTypes.role("bn/moving_variance:0", DType.F32)).isEqualTo(Role.BUFFER);
    assertThat(DTypes.role("inv_freq", DType.F32)).isEqualTo(Role.BUFFER);
    assertThat(DTypes.role("running_mean.weight", DType.F32)).isEqualTo(Role.PARAMETER);
    assertThat(DTypes.role("dense/kernel:0", DType.F32)).isEqualTo(Role.PARAMETER);
    assertThat(DTypes.role("not_running_mean", DType.F32)).isEqualTo(Role.PARAMETER);
    assertThat(DTypes.role("layer.weight", DType.I64)).isEqualTo(Role.UNKNOWN);
    assertThat(DTypes.role("optimizer.state.0", DType.F32)).isEqualTo(Role.OPTIMIZER);
  }
}
