LR=3e-4
BATCH_SIZE=8
CUDA_VISIBLE_DEVICES=0 torchrun scripts/train.py --learning_rate $LR --batch_size $BATCH_SIZE
