"""Measures the value ranges of every linear layer's input."""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from tokenizers import Tokenizer


def input_ranges(model: onnx.ModelProto, tokenizer: Tokenizer, texts: list[str], max_tokens: int):
    """Runs the float graph over the texts; lowest and highest value per channel and layer input."""
    names = list(dict.fromkeys(node.input[0] for node in model.graph.node if node.op_type == "MatMul"))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    tokenizer.enable_truncation(max_tokens)
    low, high = ({name: [] for name in names} for _ in range(2))
    for text in texts:
        encoding = tokenizer.encode(text)
        feed = {"input_ids": np.array([encoding.ids]), "attention_mask": np.array([encoding.attention_mask])}
        for name, values in zip(names, session.run(names, feed)):
            low[name].append(values[0].min(axis=0))
            high[name].append(values[0].max(axis=0))
    return {name: (np.min(low[name], axis=0), np.max(high[name], axis=0)) for name in names}
