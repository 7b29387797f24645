"""Tamper-evident logs (账本): leaves, Merkle tiles, signed checkpoints, proofs and witnesses."""
