"""Which forward passes and training iterations are recorded, and what they are called."""

from dataclasses import dataclass

VARIANTS = ("atto", "femto", "pico", "nano", "tiny", "small", "base", "large", "huge")


@dataclass(frozen=True)
class Plan:
    """A forward pass, or (with `step`, how Adam updates) one training iteration."""

    variant: str
    batch_size: int
    mode: str = "grad"  # grad | no-grad
    step: str | None = None  # foreach | for-loop | fused
    iteration: str = "steady"  # first | steady
    prior_gradients: str = "freed"  # freed | zeroed, what zero_grad leaves
    convolutions: str = "stand-in"  # stand-in | real
    resolution: int = 224

    @property
    def id(self) -> str:
        parts = [self.variant, f"batch{self.batch_size}"]
        parts += [] if self.resolution == 224 else [f"at{self.resolution}"]
        parts += ["training", self.iteration, self.step] if self.step else ["forward", self.mode]
        parts += ["zeroed"] if self.prior_gradients == "zeroed" else []
        parts += ["real"] if self.convolutions == "real" else []
        return "-".join(parts)

    def describe_run(self) -> dict:
        if self.step is None:
            return {"kind": "forward", "mode": self.mode}
        return {
            "kind": "training",
            "step": self.step,
            "iteration": self.iteration,
            "priorGradients": self.prior_gradients,
        }


def list_plans() -> list[Plan]:
    """Every recording that is kept in the repository, smallest model first."""
    plans = []
    for variant in ("atto", "nano", "tiny", "base", "large"):
        for mode in ("grad", "no-grad"):
            plans += [Plan(variant, batch, mode) for batch in (1, 2, 8)]
            plans += [Plan(variant, 8, mode, convolutions="real")]
        plans += [Plan(variant, 1, step=step) for step in ("foreach", "for-loop", "fused")]
        plans += [Plan(variant, batch, step="foreach") for batch in (2, 8)]
        plans += [Plan(variant, batch, step="foreach", iteration="first") for batch in (1, 8)]
        plans += [Plan(variant, 2, step="foreach", prior_gradients="zeroed")]
        plans += [Plan(variant, 1, step="foreach", convolutions="real")]
    plans += [Plan("tiny", 1, mode, resolution=288) for mode in ("grad", "no-grad")]
    return plans
