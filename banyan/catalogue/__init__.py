"""What is collected, held and offered (目录): collection, resources, services, editions — articles 15, 16, 22."""
