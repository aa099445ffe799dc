/** Whether a text has a name whole: "Heron" is not in "Heron-Chat", and with `versions` it is in "Heron2". */
export function hasName(text: string, name: string, versions = false): boolean {
  if (name === '') return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length)
    const rest = versions ? after.replace(/^\d+(?:\.\d+)*/, '') : after
    if (!/[\w.-]$/.test(text.slice(0, at)) && !/^(?:[\w-]|\.\w)/.test(rest)) return true
  }
  return false
}
