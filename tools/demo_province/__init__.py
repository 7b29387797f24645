"""The parts of the demo data's maker: converters of public copies, makers of synthetic rows."""
