import type { Hardware } from '../../knowledge/knowledge.ts'

/** Ids of the hardware named in a text. */
export function hardwareIn(text: string, hardware: readonly Hardware[]): readonly string[] {
  const lower = text.slice(0, 4_000).toLowerCase()
  return hardware.filter(({ names }) => names.some(name => isNamed(lower, name.toLowerCase()))).map(({ id }) => id)
}

/** Whether the name stands as a word of its own: `h100` is in `H100-80GB` and in `H100s`, not in `MH1000`. */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text.slice(at + name.length, at + name.length + 2)
    if (!/[a-z0-9]/.test(before) && !/^(?:[a-rt-z0-9]|s[a-z0-9])/.test(after)) return true
  }
  return false
}
