/** Works something out of a thing the first time it is asked, and remembers it for as long as the thing is there. */
export function once<Thing extends object, Value extends NonNullable<unknown> | null>(
  read: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const known = new WeakMap<Thing, Value>()
  return thing => {
    const ready = known.get(thing)
    if (ready !== undefined) return ready
    const value = read(thing)
    known.set(thing, value)
    return value
  }
}

/** Works something out the first time it is asked, and remembers it. */
export function lazy<Value>(make: () => Value): () => Value {
  let value: { readonly is: Value } | undefined
  return () => {
    value ??= { is: make() }
    return value.is
  }
}
