"""The demo province (演示省): its data, its officers and its story."""
