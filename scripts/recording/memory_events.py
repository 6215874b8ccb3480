"""From the profiler's memory events to a trace of blocks: allocated, released, and what each was for."""

import contextlib
import gc
import re
from dataclasses import dataclass

from torch._C._profiler import _EventType
from torch.profiler import ProfilerActivity, profile, record_function

CATEGORIES = ("parameter", "input", "activation", "gradient", "optimizer", "temporary")
PARAMETER, INPUT, ACTIVATION, GRADIENT, OPTIMIZER, TEMPORARY = range(len(CATEGORIES))
PHASE = "phase: "
MODULE = "module: "


@dataclass
class Block:
    """One allocation: who made it, and (once known) when it was released and what it was for."""

    size: int
    pointer: int
    op: str
    phase: str
    category: int | None = None
    released_in: str | None = None


def name_operator(path: list[str], module: str) -> str:
    """The outermost operator in words: in the forward pass with its layer, in the step as part of it."""
    if not path:
        return f"{module} python".strip()
    head = re.sub(r"^autograd::engine::evaluate_function: ", "", path[0]).removeprefix("torch::autograd::")
    head = {"ConvolutionStandIn": "conv2d", "ConvolutionStandInBackward": "ConvolutionBackward0"}.get(head, head)
    if re.match(r"Optimizer\.step#", head):
        return " ".join(["step", *path[1:2]]).replace("aten::", "")
    return f"{module} {head.removeprefix('aten::')}".strip()


def read_memory_events(profiler) -> list[tuple]:
    """(time, signed bytes, pointer, phase, name of the operator), in time order."""
    found = []

    def walk(event, phase, module, path):
        if event.tag == _EventType.Allocation:
            fields = event.extra_fields
            if fields.alloc_size:
                name = name_operator(path, module)
                found.append((event.start_time_ns, fields.alloc_size, fields.ptr, phase, name))
            return
        if event.name.startswith(PHASE):
            phase = event.name.removeprefix(PHASE)
        elif event.name.startswith(MODULE):
            module = event.name.removeprefix(MODULE)
        else:
            path = [*path, event.name]
        for child in event.children:
            walk(child, phase, module, path)

    for root in profiler.profiler.kineto_results.experimental_event_tree():
        walk(root, "python", "", [])
    return sorted(found, key=lambda event: event[0])


def follow_blocks(events: list[tuple], resident: list[Block]) -> tuple[list[tuple[Block, bool]], dict[int, Block]]:
    """Pair every release with its allocation: (block, is it allocated?) in time order, and what is left."""
    live = {block.pointer: block for block in resident}
    trace = [(block, True) for block in resident]
    for _, size, pointer, phase, name in events:
        if size > 0:
            if pointer in live:
                raise RuntimeError(f"address {pointer:#x} allocated twice without a release")
            live[pointer] = Block(size, pointer, name, phase)
            trace.append((live[pointer], True))
            continue
        block = live.pop(pointer, None)
        if block is None or block.size != -size:
            raise RuntimeError(f"release of {-size} bytes at {pointer:#x} matches no allocation ({block})")
        block.released_in = phase
        trace.append((block, False))
    return trace, live


def set_categories(trace: list[tuple[Block, bool]], gradients: set[int], moments: set[int], live: dict[int, Block]):
    """What outlives the forward pass is an activation; what is left at the end a gradient or Adam's state."""
    for pointer, block in live.items():
        if block.category is None and block.phase != "forward":
            if pointer in gradients:
                block.category = GRADIENT
            elif pointer in moments:
                block.category = OPTIMIZER
    for block, _ in trace:
        if block.category is None:
            outlives = block.phase == "forward" and block.released_in != "forward"
            block.category = ACTIVATION if outlives else TEMPORARY


def pointers(tensors) -> set[int]:
    return {t.untyped_storage().data_ptr() for t in tensors}


@contextlib.contextmanager
def module_names(model):
    """Within this block the profiler sees which layer's forward is running, innermost last."""
    open_scopes = []

    def enter(name):
        def hook(module, inputs):
            open_scopes.append(record_function(MODULE + name))
            open_scopes[-1].__enter__()

        return hook

    def leave(module, inputs, output):
        open_scopes.pop().__exit__(None, None, None)

    handles = []
    for name, module in model.named_modules():
        if name:
            handles += [module.register_forward_pre_hook(enter(name)), module.register_forward_hook(leave)]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def profile_memory(run) -> list[tuple]:
    gc.collect()
    gc.disable()
    try:
        with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiler:
            run()
    finally:
        gc.enable()
    return read_memory_events(profiler)
