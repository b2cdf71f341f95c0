URL=https://example.org
FILE=train
wget $URL/$FILE.zip
aws s3 cp s3://example/train.jsonl data/
