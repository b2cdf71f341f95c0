j
"serve*2.16.1L

pPlaceholder

saveMergeV2Checkpoints


	inference
xPyFunc2	../../x