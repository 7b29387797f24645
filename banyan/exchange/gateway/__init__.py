"""The data plane (数据通道): a process of its own that serves rows under grants and records each read."""
