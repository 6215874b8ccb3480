"""See PROFILING.md. python profile_model.py [batch size] [--model convnextv2_large] [--operators]"""

import argparse

import timm
import torch
from torch.profiler import ProfilerActivity, profile
from torch.utils.flop_counter import FlopCounterMode

parser = argparse.ArgumentParser()
parser.add_argument("batch", nargs="?", type=int, default=1)
parser.add_argument("--model", default="convnextv2_large")
parser.add_argument("--operators", action="store_true")
arguments = parser.parse_args()

has_gpu = torch.cuda.is_available()
device = torch.device("cuda" if has_gpu else "cpu")
# Random weights, which are not downloaded: no size depends on their values.
model = timm.create_model(arguments.model).to(device).train()
images = torch.randn(arguments.batch, 3, 224, 224, device=device)
labels = torch.randint(1000, (arguments.batch,), device=device)
optimizer = torch.optim.Adam(model.parameters())


def show(name, value):
    print(f"{name:<24}{value:>20,}")


def measure(name, run):
    """The most bytes of tensors that were in use at once while it ran."""
    if not has_gpu:
        return run()
    torch.cuda.synchronize()
    torch.cuda.reset_peak_memory_stats()
    result = run()
    torch.cuda.synchronize()
    show(f"peak {name}", torch.cuda.max_memory_allocated())
    return result


def forward():
    return torch.nn.functional.cross_entropy(model(images), labels)


def forward_without_gradients():
    with torch.no_grad():
        model(images)


def train(told):
    optimizer.zero_grad()
    loss = told("forward", forward)
    told("backward", loss.backward)
    told("step", optimizer.step)


print(f"{arguments.model}, batch {arguments.batch}, fp32, torch {torch.__version__}, timm {timm.__version__}")
print(torch.cuda.get_device_name() if has_gpu else "no GPU: memory is not measured")
show("parameters", sum(one.numel() for one in model.parameters()))
with FlopCounterMode(display=False) as counter:
    forward_without_gradients()
show("flop of forward", counter.get_total_flops())
if has_gpu:
    show("before the first pass", torch.cuda.memory_allocated())
measure("without gradients", forward_without_gradients)
if has_gpu or arguments.operators:
    # The first iteration makes Adam's moments; the second one is like all others.
    train(lambda _, run: run())
if has_gpu:
    show("between iterations", torch.cuda.memory_allocated())
    train(measure)
    show("reserved", torch.cuda.memory_reserved())
if arguments.operators:
    activities = [ProfilerActivity.CPU, *([ProfilerActivity.CUDA] if has_gpu else [])]
    with profile(activities=activities, profile_memory=True) as profiler:
        train(lambda _, run: run())
    order = "self_device_memory_usage" if has_gpu else "self_cpu_memory_usage"
    print(profiler.key_averages().table(sort_by=order, row_limit=15, max_name_column_width=40))
