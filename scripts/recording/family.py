"""All nine variants: parameters, operations as fvcore counts them, and bytes saved for the backward pass."""

import hashlib
import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import timm
import torch
from fvcore.nn import ActivationCountAnalysis, FlopCountAnalysis

from .memory_events import pointers
from .stand_ins import convolutions

RESOLUTIONS = (224, 288, 384)


def count_parts(model) -> dict:
    def count(module) -> int:
        return sum(p.numel() for p in module.parameters())

    return {
        "stem": count(model.stem),
        "downsamples": [count(stage.downsample) for stage in model.stages],
        "blocks": [count(stage.blocks[0]) for stage in model.stages],
        "depths": [len(stage.blocks) for stage in model.stages],
        "head": count(model.head),
    }


def digest_names(model) -> str:
    """Of one line `name elements` per parameter. No shapes: atto to nano write linear layers as 1x1 convolutions."""
    lines = "".join(f"{name} {p.numel()}\n" for name, p in model.named_parameters())
    return hashlib.sha256(lines.encode()).hexdigest()


def measure_saved_bytes(model, batch_size: int, resolution: int) -> dict:
    """Storages that autograd keeps for the backward pass, each once; parameters left out, the images apart."""
    images = torch.randn(batch_size, 3, resolution, resolution)
    kept = {}

    def keep(tensor):
        storage = tensor.untyped_storage()
        kept[storage.data_ptr()] = storage
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        output = model(images)
    skipped = pointers([*model.parameters(), images])
    saved = sum(storage.nbytes() for pointer, storage in kept.items() if pointer not in skipped)
    keeps_images = bool(pointers([images]) & kept.keys())
    del output
    return {"batchSize": batch_size, "resolution": resolution, "savedBytes": saved, "keepsImages": keeps_images}


def count_operations(model, resolution: int) -> dict:
    images = torch.randn(1, 3, resolution, resolution)
    with torch.no_grad():
        flops = FlopCountAnalysis(model, images).unsupported_ops_warnings(False)
        outputs = ActivationCountAnalysis(model, images).unsupported_ops_warnings(False)
        return {
            "resolution": resolution,
            "fvcoreTotal": flops.total(),
            "fvcoreByOperator": dict(flops.by_operator()),
            "convAndLinearOutputs": outputs.total(),
        }


def measure_variant(variant: str) -> dict:
    model = timm.create_model(f"convnextv2_{variant}")
    with convolutions("stand-in"):
        sizes = [(1, 224), (2, 224), (1, 288)] if variant != "huge" else [(1, 224)]
        saved = [measure_saved_bytes(model, *size) for size in sizes]
    saved.append(measure_saved_bytes(model, 1, 224) | {"convolutions": "real"})
    return {
        "variant": variant,
        "parameters": sum(p.numel() for p in model.parameters()),
        "parameterTensors": len(list(model.parameters())),
        "buffers": len(list(model.buffers())),
        "parametersByPart": count_parts(model),
        "namesAndCountsSha256": digest_names(model),
        "saved": [{"convolutions": "stand-in"} | entry for entry in saved],
        "operations": [count_operations(model, resolution) for resolution in RESOLUTIONS],
    }


def count_version_one() -> int:
    model = timm.create_model("convnext_large")
    return sum(p.numel() for p in model.parameters())


def measure_family(variants) -> dict:
    """Each variant in a process of its own: traced models are not given back while a process lives."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, logging.disable, (logging.WARNING,), max_tasks_per_child=1) as pool:
        measured = list(pool.map(measure_variant, variants))
    return {"convnextV1LargeParameters": count_version_one(), "variants": measured}
