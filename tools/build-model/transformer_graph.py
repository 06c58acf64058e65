"""Builds the ONNX graph of the transformer from the teacher's tensors."""

import numpy as np
import onnx
from onnx import TensorProto

from graph_writer import MICROSOFT, GraphWriter
from teacher import Teacher


class TransformerGraph:
    """A post-norm BERT encoder with the kept rows of the teacher's vocabulary."""

    def __init__(self, teacher: Teacher, kept: np.ndarray, linear):
        self.teacher = teacher
        self.kept = kept
        self._linear = linear
        self.writer = GraphWriter()

    def build(self) -> onnx.ModelProto:
        self.writer.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
        hidden = self._embeddings()
        last = self.teacher.layers - 1
        for layer in range(self.teacher.layers):
            output = "last_hidden_state" if layer == last else f"l{layer}.result"
            hidden = self._layer(f"l{layer}", hidden, output)
        return self.writer.model("tandem-e5-small", ["input_ids", "attention_mask"], self.teacher.hidden)

    def _embeddings(self) -> str:
        teacher, writer = self.teacher, self.writer
        values, scales = teacher.blocks("emb.word", teacher.hidden)
        word = writer.embedding("word", values[self.kept].astype(np.int8) - 8, scales[self.kept], "input_ids", "word")
        # Every token is of type 0, so its type vector is added to the positions here.
        positions = teacher.floats("emb.pos").reshape(teacher.positions, teacher.hidden)
        writer.constant("positions", positions + teacher.floats("emb.type")[:teacher.hidden])
        writer.constant("zero", np.array([0]))
        writer.node("Shape", ["input_ids"], "length", start=1, end=2)
        position = writer.node("Slice", ["positions", "zero", "length", "zero"], "position")
        return self._add_norm(word, position, "emb.ln", "embedded")

    def _layer(self, name: str, source: str, output: str) -> str:
        writer, teacher = self.writer, self.teacher
        projected = self.linear(f"{name}.qkv", source, [f"{name}.q", f"{name}.k", f"{name}.v"])
        heads = writer.split(projected, [f"{name}.queries", f"{name}.keys", f"{name}.values"], axis=2)
        context = writer.node("MultiHeadAttention", [*heads, "", "mask"], f"{name}.context", MICROSOFT,
                              num_heads=teacher.heads)
        attended = self.linear(f"{name}.ao", context, [f"{name}.ao"])
        middle = self._add_norm(source, attended, f"{name}.aln", f"{name}.attended")
        wide = writer.node("Gelu", [self.linear(f"{name}.fi", middle, [f"{name}.fi"])], f"{name}.gelu", MICROSOFT)
        narrow = self.linear(f"{name}.fo", wide, [f"{name}.fo"])
        return self._add_norm(middle, narrow, f"{name}.oln", output)

    def linear(self, name: str, source: str, parts: list[str]) -> str:
        """One linear layer; several of the teacher's side by side if they share their input."""
        teacher = self.teacher
        columns = teacher.feed_forward if name.endswith(".fo") else teacher.hidden
        weight = np.concatenate([teacher.matrix(f"{part}.w", columns) for part in parts])
        bias = np.concatenate([teacher.floats(f"{part}.b") for part in parts])
        return self._linear(self.writer, name, source, weight.T, bias)

    def _add_norm(self, a: str, b: str, tensor: str, output: str) -> str:
        writer, teacher = self.writer, self.teacher
        # Plain LayerNormalization: the fused SkipLayerNormalization is several times slower on CPU.
        total = writer.node("Add", [a, b], f"{output}.sum")
        gamma = writer.constant(f"{tensor}.gamma", teacher.floats(f"{tensor}.w"))
        beta = writer.constant(f"{tensor}.beta", teacher.floats(f"{tensor}.b"))
        return writer.node("LayerNormalization", [total, gamma, beta], output, axis=-1, epsilon=teacher.epsilon)
