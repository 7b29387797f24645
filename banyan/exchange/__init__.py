"""Governed sharing (共享交换): requests, purposes, grants and reads — articles 17, 22, 25, 26 and 32."""
