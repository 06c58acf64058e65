"""Small helper to write ONNX graphs by hand."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from teacher import BLOCK

MICROSOFT = "com.microsoft"  # ONNX Runtime's own operators, all with CPU kernels


class GraphWriter:
    """Collects nodes and constants; every node is named after its output."""

    def __init__(self):
        self._nodes = []
        self._constants = []

    def constant(self, name: str, array) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def scalar(self, name: str, value) -> str:
        self._constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes) -> str:
        self._nodes.append(helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def split(self, source: str, outputs: list[str], axis: int) -> list[str]:
        self._nodes.append(helper.make_node("Split", [source], outputs, name=f"{source}.split", axis=axis,
                                            num_outputs=len(outputs)))
        return outputs

    def embedding(self, name: str, values: np.ndarray, scales: np.ndarray, ids: str, output: str) -> str:
        """Rows of a table of signed 4-bit values [rows, columns] in blocks with half-precision scales."""
        nibbles = (values & 15).astype(np.uint8)
        packed = (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).tobytes()
        self._constants.append(helper.make_tensor(f"{name}.blocks", TensorProto.INT4, values.shape, packed, raw=True))
        self.constant(f"{name}.scales", scales.astype(np.float16))
        half = self.node("GatherBlockQuantized", [f"{name}.blocks", ids, f"{name}.scales"], f"{name}.half", MICROSOFT,
                         gather_axis=0, quantize_axis=1, block_size=BLOCK)
        return self.node("Cast", [half], output, to=TensorProto.FLOAT)

    def model(self, name: str, inputs: list[str], hidden: int) -> onnx.ModelProto:
        """Closes the graph: token inputs [batch, sequence], output `last_hidden_state`."""
        axes = ["batch", "sequence"]
        graph = helper.make_graph(
            self._nodes, name,
            [helper.make_tensor_value_info(i, TensorProto.INT64, axes) for i in inputs],
            [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*axes, hidden])],
            self._constants)
        return helper.make_model(graph, producer_name="tandem-build-model", ir_version=10, opset_imports=[
            helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)])
