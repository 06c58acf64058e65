"""Two ways to write a linear layer: in single precision and in 8 bits.

The float layers serve to measure the ranges of activations; the 8-bit ones
are what is shipped. Activations are quantised with fixed, calibrated scales,
so a text's vector never depends on its neighbours in the batch.
"""

import numpy as np

from graph_writer import MICROSOFT, GraphWriter

# SmoothQuant's exponent: how far a channel's range moves from activations to weights.
MIGRATION = 0.8
# Weights use 7 of their 8 bits: older x86 processors add pairs of products in
# 16 bits and would overflow with all eight.
WEIGHT_LIMIT = 63


class FloatLinear:
    """y = x W + b in single precision."""

    def __call__(self, writer: GraphWriter, name: str, source: str, weight: np.ndarray, bias: np.ndarray) -> str:
        product = writer.node("MatMul", [source, writer.constant(f"{name}.weight", weight)], f"{name}.product")
        return writer.node("Add", [product, writer.constant(f"{name}.bias", bias)], f"{name}.out")


class QuantisedLinear:
    """y = x W + b with unsigned 8-bit activations and signed 8-bit weights.

    `ranges` gives the lowest and highest value of every input channel, by the
    name of the layer's input in the float graph.
    """

    def __init__(self, ranges: dict[str, tuple[np.ndarray, np.ndarray]]):
        self.ranges = ranges

    def __call__(self, writer: GraphWriter, name: str, source: str, weight: np.ndarray, bias: np.ndarray) -> str:
        low, high = self.ranges[source]
        reach = np.maximum(np.maximum(-low, high), 1e-4)
        smooth = reach ** MIGRATION / np.abs(weight).max(axis=1) ** (1 - MIGRATION)
        bottom, top = min((low / smooth).min(), 0.0), (high / smooth).max()
        step = np.float32((top - bottom) / 255)
        zero = np.uint8(np.clip(np.rint(-bottom / step), 0, 255))

        scaled = weight * smooth[:, None]
        weight_step = (np.abs(scaled).max(axis=0) / WEIGHT_LIMIT).astype(np.float32)
        integers = np.rint(scaled / weight_step).astype(np.int8)

        writer.scalar(f"{name}.step", step)
        writer.scalar(f"{name}.zero", zero)
        factor = writer.constant(f"{name}.smooth", (1 / smooth).astype(np.float32))
        smoothed = writer.node("Mul", [source, factor], f"{name}.smoothed")
        quantised = writer.node("QuantizeLinear", [smoothed, f"{name}.step", f"{name}.zero"], f"{name}.quantised")
        return writer.node("MatMulIntegerToFloat", [
            quantised, writer.constant(f"{name}.weight", integers), f"{name}.step",
            writer.constant(f"{name}.weight_step", weight_step), f"{name}.zero", "",
            writer.constant(f"{name}.bias", bias)], f"{name}.out", MICROSOFT)
