
9"_tf_keras_layer*&{"class_name": "Lambda", "config": {}}