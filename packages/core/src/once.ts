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

/** An object whose values are made when they are first asked for, each once. */
export function asAsked<Made extends object>(make: { readonly [Key in keyof Made]: () => Made[Key] }): Made {
  const made = {} as Made
  for (const key of Object.keys(make) as (keyof Made)[])
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make[key]()
        Object.defineProperty(made, key, { value, enumerable: true, writable: false })
        return value
      },
    })
  return made
}

/** letters of the longest sentence that is remembered, and how many are */
const LONGEST_SENTENCE = 1_000
const MOST_SENTENCES = 4_000

/** Works something out of a sentence once for all that ask of it, one after the other; longer texts are read anew. */
export function onceForSentence<Value>(read: (text: string) => Value): (text: string) => Value {
  const remembered = onceForText(read, MOST_SENTENCES)
  return text => (text.length > LONGEST_SENTENCE ? read(text) : remembered(text))
}

/** Works something out of a sentence once: a text may say the same ten thousand times. So many are remembered. */
export function onceForText<Value>(
  read: (text: string) => Value,
  most = Number.POSITIVE_INFINITY,
): (text: string) => Value {
  const known = new Map<string, { readonly is: Value }>()
  return text => {
    const ready = known.get(text)
    if (ready !== undefined) return ready.is
    const is = read(text)
    if (known.size >= most) known.clear()
    known.set(text, { is })
    return is
  }
}
