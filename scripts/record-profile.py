#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.15.0", "torchvision==0.29.2", "timm==1.0.31", "fvcore==0.1.5.post20221221", "numpy==2.4.6"]
# ///
"""Record what the real ConvNeXt V2 of timm does, so that the analytic model can be held against it.

Two kinds of file are written to --out:

  family.json     all nine variants: parameters, multiply-adds and outputs as fvcore counts them,
                  bytes saved for the backward pass (saved-tensor hooks, each storage counted once)
  <variant>.json  every allocation and release of forward passes and training iterations, in time order,
                  from the profiler's memory events

Weights are random (nothing is downloaded): no size depends on their values. Everything runs on the CPU in
fp32. The CPU's convolution library allocates scratch that no accelerator would, so most recordings are made
with convolutions replaced by stand-ins that allocate the same output and gradients and compute nothing.
Recordings named "-real" keep the library's convolutions. The format is in reference/recordings/README.md.

Make the environment outside the repository, then run it:

  python3 -m venv ~/.venvs/ridgepoint-record
  ~/.venvs/ridgepoint-record/bin/pip install torch==2.15.0 torchvision==0.29.2 timm==1.0.31 \
      fvcore==0.1.5.post20221221 numpy==2.4.6
  ~/.venvs/ridgepoint-record/bin/python scripts/record-profile.py --out reference/recordings

The largest recording (large, batch 8, training) needs 13 GB of memory, family.json 7 GB.
"""

import argparse
import json
import logging
import platform
import re
import sys
from importlib.metadata import version
from pathlib import Path

import timm
import torch
from recording.family import measure_family
from recording.memory_events import CATEGORIES
from recording.plans import VARIANTS, Plan, list_plans
from recording.runs import record

FORMAT_VERSION = 1
# Kernels of the CPU keep one buffer of a few channels per thread.
THREADS = 2


def describe_setup(arguments: str) -> dict:
    library = re.search(r"MKL-DNN (v[\d.]+)", torch.__config__.show())
    return {
        "command": f"scripts/record-profile.py {arguments}",
        "python": platform.python_version(),
        "torch": torch.__version__,
        "timm": timm.__version__,
        "fvcore": version("fvcore"),
        "oneDnn": library[1] if library else "none",
        "device": "cpu",
        "architecture": platform.machine(),
        "cpuCapability": torch.backends.cpu.get_cpu_capability(),
        "threads": torch.get_num_threads(),
    }


def announce(name: str) -> None:
    print(name, file=sys.stderr, flush=True)


def record_variant(variant: str, plans: list[Plan]) -> dict:
    model = timm.create_model(f"convnextv2_{variant}")
    operators: dict[str, int] = {}
    recordings = []
    for plan in plans:
        announce(plan.id)
        recordings.append(record(model, plan, operators))
    return {
        "formatVersion": FORMAT_VERSION,
        "variant": variant,
        "how": describe_setup(f"--only {variant}"),
        "categories": list(CATEGORIES),
        "operators": list(operators),
        "recordings": recordings,
    }


def write_recordings(path: Path, value: dict) -> None:
    """One recording per line, so that a new one is one changed line."""
    head = json.dumps({key: entry for key, entry in value.items() if key != "recordings"}, indent=1)
    lines = [json.dumps(recording, separators=(",", ":")) for recording in value["recordings"]]
    path.write_text(head[:-2] + ',\n "recordings": [\n' + ",\n".join(lines) + "\n]}\n")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Record parameters, saved bytes and allocations of timm's ConvNeXt V2."
    )
    parser.add_argument("--out", type=Path, default=Path("reference/recordings"), help="folder to write to")
    parser.add_argument("--only", default="", help="family, variants or recordings, separated by commas")
    parser.add_argument("--list", action="store_true", help="print what can be recorded and stop")
    return parser.parse_args()


def choose(only: str) -> tuple[list[Plan], bool]:
    plans = list_plans()
    if not only:
        return plans, True
    wanted = set(only.split(","))
    unknown = wanted - {name for plan in plans for name in (plan.id, plan.variant)} - {"family"}
    if unknown:
        sys.exit(f"nothing to record is called {', '.join(sorted(unknown))}; --list prints all names")
    return [plan for plan in plans if {plan.id, plan.variant} & wanted], "family" in wanted


def main() -> None:
    arguments = parse_arguments()
    plans, with_family = choose(arguments.only)
    if arguments.list:
        print("\n".join(["family", *(plan.id for plan in plans)]))
        return
    torch.set_num_threads(THREADS)
    logging.disable(logging.WARNING)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for variant in VARIANTS:
        mine = [plan for plan in plans if plan.variant == variant]
        if mine:
            write_recordings(arguments.out / f"{variant}.json", record_variant(variant, mine))
    if with_family:
        announce("family")
        setup = {"formatVersion": FORMAT_VERSION, "how": describe_setup("--only family")}
        text = json.dumps(setup | measure_family(VARIANTS), indent=1)
        (arguments.out / "family.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
