"""One recording: run the model under the profiler and pack what it allocated."""

from itertools import accumulate

import torch
from torch.nn.functional import cross_entropy
from torch.profiler import record_function

from .memory_events import (
    GRADIENT,
    INPUT,
    OPTIMIZER,
    PARAMETER,
    PHASE,
    Block,
    follow_blocks,
    module_names,
    pointers,
    profile_memory,
    set_categories,
)
from .plans import Plan
from .stand_ins import convolutions


def list_resident(tensors, category: int, op: str) -> list[Block]:
    storages = {t.untyped_storage().data_ptr(): t.untyped_storage().nbytes() for t in tensors}
    return [Block(size, pointer, op, "before", category) for pointer, size in storages.items()]


def optimizer_tensors(optimizer) -> list[torch.Tensor]:
    return [t for state in optimizer.state.values() for t in state.values() if torch.is_tensor(t)]


def run_forward(model, images, with_grad: bool) -> None:
    with record_function(PHASE + "forward"), torch.set_grad_enabled(with_grad):
        output = model(images)
    del output


def run_iteration(model, images, labels, optimizer) -> None:
    with record_function(PHASE + "forward"):
        logits = model(images)
        loss = cross_entropy(logits, labels)
    with record_function(PHASE + "backward"):
        loss.backward()
    with record_function(PHASE + "step"):
        optimizer.step()
    del logits, loss


def trace_forward(model, plan: Plan, images) -> list[tuple[Block, bool]]:
    resident = list_resident(model.parameters(), PARAMETER, "model") + list_resident([images], INPUT, "input")
    events = profile_memory(lambda: run_forward(model, images, plan.mode == "grad"))
    trace, live = follow_blocks(events, resident)
    set_categories(trace, set(), set(), live)
    return trace


def trace_training(model, plan: Plan, images) -> list[tuple[Block, bool]]:
    labels = torch.zeros(plan.batch_size, dtype=torch.long)
    optimizer = torch.optim.Adam(model.parameters(), foreach=plan.step == "foreach", fused=plan.step == "fused")
    if plan.iteration == "steady":
        # Profiled too: the allocator reports a release only if it saw the allocation.
        profile_memory(lambda: run_iteration(model, images, labels, optimizer))
    optimizer.zero_grad(set_to_none=plan.prior_gradients == "freed")
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    resident = [
        *list_resident(model.parameters(), PARAMETER, "model"),
        *list_resident([images, labels], INPUT, "input"),
        *list_resident(optimizer_tensors(optimizer), OPTIMIZER, "previous step"),
        *list_resident(gradients, GRADIENT, "previous backward"),
    ]
    del gradients
    events = profile_memory(lambda: run_iteration(model, images, labels, optimizer))
    trace, live = follow_blocks(events, resident)
    set_categories(trace, pointers(p.grad for p in model.parameters()), pointers(optimizer_tensors(optimizer)), live)
    for parameter in model.parameters():
        parameter.grad = None
    return trace


def mark_phases(trace: list[tuple[Block, bool]]) -> dict[str, int]:
    """Index of the first allocation in each phase of the run."""
    starts = {}
    for index, (block, is_allocated) in enumerate(trace):
        if is_allocated and block.phase in ("forward", "backward", "step"):
            starts.setdefault(block.phase, index)
    return starts


def measure_peak(trace: list[tuple[Block, bool]]) -> int:
    totals = accumulate(block.size if is_allocated else -block.size for block, is_allocated in trace)
    return max(totals)


def pack(trace: list[tuple[Block, bool]], operators: dict[str, int]) -> dict:
    """Kinds are the distinct (bytes, category, operator); event k >= 0 allocates one of kind k, ~k releases one."""
    kinds: dict[tuple, int] = {}
    events = []
    for block, is_allocated in trace:
        operator = operators.setdefault(block.op, len(operators))
        kind = kinds.setdefault((block.size, block.category, operator), len(kinds))
        events.append(kind if is_allocated else ~kind)
    return {"kinds": [list(kind) for kind in kinds], "events": " ".join(map(str, events))}


def record(model, plan: Plan, operators: dict[str, int]) -> dict:
    """One recording, ready to be stored; new names of operators are added to the table."""
    torch.manual_seed(0)
    images = torch.randn(plan.batch_size, 3, plan.resolution, plan.resolution)
    with convolutions(plan.convolutions), module_names(model):
        trace = (trace_training if plan.step else trace_forward)(model, plan, images)
    return {
        "id": plan.id,
        "batchSize": plan.batch_size,
        "imageSide": plan.resolution,
        "run": plan.describe_run(),
        "convolutions": plan.convolutions,
        "phaseStarts": mark_phases(trace),
        "eventCount": len(trace),
        "peakBytes": measure_peak(trace),
        **pack(trace, operators),
    }
