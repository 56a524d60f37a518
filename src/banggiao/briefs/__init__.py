"""Questions to the register, their answers as data, and documents made of them.

`answers` holds the answers, `compose` makes them of facts, `layout` words them as a `Document`, and `text`,
`markdown`, `html` render any document. Nothing is imported here, so that a face pays only for what it uses.
"""
