"""The cases, one module a cause; each has `cases(world, authority)`, which builds its sites."""
