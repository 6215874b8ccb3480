"""Convolutions that allocate what a convolution does and compute nothing, to keep library scratch out of a trace."""

import contextlib

import torch


def prefers_channels_last(*tensors: torch.Tensor) -> bool:
    return any(t.is_contiguous(memory_format=torch.channels_last) and not t.is_contiguous() for t in tensors)


class ConvolutionStandIn(torch.autograd.Function):
    """Allocates, saves and returns what a convolution does, in the same memory layout; computes nothing."""

    @staticmethod
    def forward(ctx, x, weight, bias, out_shape):
        layout = torch.channels_last if prefers_channels_last(x, weight) else torch.contiguous_format
        ctx.save_for_backward(x, weight)
        ctx.layout = layout
        return torch.empty(out_shape, memory_format=layout).zero_()

    @staticmethod
    def backward(ctx, grad_output):
        x, weight = ctx.saved_tensors
        grad_output = grad_output.contiguous(memory_format=ctx.layout)
        needs_x, _, needs_bias, _ = ctx.needs_input_grad
        grad_x = torch.empty(x.shape, memory_format=ctx.layout).zero_() if needs_x else None
        grad_bias = torch.zeros(weight.shape[0]) if needs_bias else None
        return grad_x, torch.zeros_like(weight), grad_bias, None


def forward_without_convolving(layer, x, weight, bias):
    sides = [
        (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
        for size, padding, dilation, kernel, stride in zip(
            x.shape[2:], layer.padding, layer.dilation, layer.kernel_size, layer.stride, strict=True
        )
    ]
    return ConvolutionStandIn.apply(x, weight, bias, (x.shape[0], layer.out_channels, *sides))


@contextlib.contextmanager
def convolutions(kind: str):
    """Within this block every Conv2d is real or a stand-in."""
    real = torch.nn.Conv2d._conv_forward
    if kind == "stand-in":
        torch.nn.Conv2d._conv_forward = forward_without_convolving
    try:
        yield
    finally:
        torch.nn.Conv2d._conv_forward = real
