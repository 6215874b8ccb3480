"""What a teacher would write with pytest: a student's answers to the same inputs, held against the expected ones."""

import json
import os
import subprocess

import pytest

with open(os.environ["PEER_EXPECTED"], encoding="utf-8") as file:
    EXPECTED = json.load(file)


@pytest.fixture(scope="session")
def answers():
    command = [os.environ["PEER_NODE"], os.environ["PEER_ANSWERS"], os.environ["PEER_CASES"], os.environ["PEER_STUDENT"]]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


@pytest.mark.parametrize("name", EXPECTED)
def test_same(name, answers):
    assert answers.get(name) == EXPECTED[name]
