import { parseJson } from '../json.ts'
/** The code of a notebook, with the line of the file behind each of its lines. */
export interface NotebookCode {
  readonly code: string
  /** by line of the code, from 0: the line of the file */
  readonly lines: readonly number[]
  /** the same for lines that are commands */
  readonly commands: { readonly text: string; readonly lines: readonly number[] }
}

/** Takes the code out of a notebook; null where its JSON is broken or it is none. */
export function notebookCode(content: string): NotebookCode | null {
  const cells = cellsOf(content)
  if (!cells) return null
  const code: string[] = []
  const lines: number[] = []
  const commands: string[] = []
  const commandLines: number[] = []
  const place = placer(content)
  for (const source of cells) {
    let inMagic = false
    for (const [at, line] of source.entries()) {
      const on = place(line)
      const bare = line.replace(/\r?\n$/, '')
      if (at === 0) inMagic = /^\s*%%(?:bash|sh|script)/.test(bare)
      const isCommand = inMagic || /^\s*[!%]/.test(bare)
      if (isCommand) {
        commands.push(bare)
        commandLines.push(on)
      }
      code.push(isCommand ? '' : bare)
      lines.push(on)
    }
  }
  return { code: code.join('\n'), lines, commands: { text: commands.join('\n'), lines: commandLines } }
}

/** The sources of the code cells, each a list of lines. */
function cellsOf(content: string): readonly (readonly string[])[] | null {
  let parsed: unknown
  try {
    parsed = parseJson(content)
  } catch {
    return null
  }
  const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
    typeof value === 'object' && value !== null && key in value
  const sheets = has(parsed, 'worksheets') && Array.isArray(parsed.worksheets) ? parsed.worksheets : [parsed]
  const cells: string[][] = []
  for (const sheet of sheets) {
    if (!has(sheet, 'cells') || !Array.isArray(sheet.cells)) continue
    for (const cell of sheet.cells) {
      if (!has(cell, 'cell_type') || cell.cell_type !== 'code') continue
      const source = has(cell, 'source') ? cell.source : has(cell, 'input') ? cell.input : []
      const text = Array.isArray(source)
        ? source.filter(line => typeof line === 'string')
        : typeof source === 'string'
          ? source.split(/(?<=\n)/)
          : []
      cells.push(text)
    }
  }
  return cells
}

/** Finds the line of the file on which each line of code stands; they are asked in order. */
function placer(content: string): (line: string) => number {
  let at = 0
  let line = 1
  return text => {
    const spelled = JSON.stringify(text).slice(1, -1)
    if (spelled === '') return line
    // writers differ in what they escape beyond ASCII
    let found = content.indexOf(spelled, at)
    if (found < 0)
      found = content.indexOf(
        spelled.replaceAll(/[\u0080-\uffff]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
        at,
      )
    if (found < 0) return line
    for (let next = content.indexOf('\n', at); next >= 0 && next < found; next = content.indexOf('\n', next + 1))
      line += 1
    at = found + spelled.length
    return line
  }
}
