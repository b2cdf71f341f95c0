#!/bin/sh
torchrun --nproc_per_node 8 ../train.py --config ../config.yaml --learning_rate 1e-5 \
  --init_from example/rehearsal --dataset example/instructions
