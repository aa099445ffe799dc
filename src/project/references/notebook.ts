import { parseJson } from '../../json.ts'
/** The code of a notebook, with the line of the file behind each of its lines. */
export interface NotebookCode {
  readonly code: string
  /** by line of the code, from 0: the line of the file */
  readonly lines: readonly number[]
  /** the same for lines that are commands */
  readonly commands: { readonly text: string; readonly lines: readonly number[] }
  /** the same for lines of settings that a cell writes into a file */
  readonly settings: { readonly text: string; readonly lines: readonly number[] }
}

/** Takes the code out of a notebook; null where its JSON is broken or it is none. */
export function notebookCode(content: string): NotebookCode | null {
  const cells = cellsOf(content)
  if (!cells) return null
  const code: string[] = []
  const lines: number[] = []
  const commands: string[] = []
  const commandLines: number[] = []
  const settings: string[] = []
  const settingLines: number[] = []
  const place = placer(content)
  for (const source of cells) {
    let inMagic = false
    let writes = false
    // a source that is one text stands on one line of the file
    const lined = source.flatMap(text => {
      const on = place(text)
      return text.split(AFTER_BREAK).map(line => ({ line, on }))
    })
    for (const [at, { line, on }] of lined.entries()) {
      const bare = line.replace(/\r?\n$/, '')
      if (at === 0) inMagic = /^\s*%%(?:bash|sh|script)/.test(bare)
      if (at === 0) writes = WRITES_SETTINGS.test(bare)
      if (writes) {
        settings.push(at === 0 ? '' : bare)
        settingLines.push(on)
        code.push('')
        lines.push(on)
        continue
      }
      const isCommand = inMagic || /^\s*[!%]/.test(bare)
      if (isCommand) {
        commands.push(bare)
        commandLines.push(on)
      }
      code.push(isCommand ? '' : bare)
      lines.push(on)
    }
  }
  return {
    code: code.join('\n'),
    lines,
    commands: { text: commands.join('\n'), lines: commandLines },
    settings: { text: settings.join('\n'), lines: settingLines },
  }
}

/** `%%writefile serving.properties` */
const WRITES_SETTINGS = /^\s*%%(?:writefile|file)\s.{0,200}\.(?:properties|ya?ml|json|toml|ini|env|cfg)\s*$/i

/** Lines with their ends; no text is one line, too. */
const AFTER_BREAK = /(?<=\n)/

/** The sources of the code cells, each a list of texts: of lines, or of one that has them all. */
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
          ? [source]
          : []
      cells.push(text)
    }
  }
  return cells
}

/** Finds the line of the file on which each text stands; they are asked in order. Each is a string of the JSON there. */
function placer(content: string): (text: string) => number {
  let at = 0
  let line = 1
  let counted = 0
  return text => {
    for (let from = content.indexOf('"', at); from >= 0; from = content.indexOf('"', at)) {
      at = endOfString(content, from)
      if (!isSpelled(text, content.slice(from, at))) continue
      for (let next = content.indexOf('\n', counted); next >= 0 && next < from; next = content.indexOf('\n', counted)) {
        line += 1
        counted = next + 1
      }
      return line
    }
    at = content.length
    return line
  }
}

/** Behind the quote that ends a string: one that no odd number of backslashes stands before. */
function endOfString(content: string, from: number): number {
  for (let at = content.indexOf('"', from + 1); at >= 0; at = content.indexOf('"', at + 1)) {
    let before = at
    while (content[before - 1] === '\\') before -= 1
    if ((at - before) % 2 === 0) return at + 1
  }
  return content.length
}

/** Whether a string of JSON spells a text; writers differ in what they escape. */
function isSpelled(text: string, spelled: string): boolean {
  if (spelled.length < text.length + 2 || spelled.length > 6 * text.length + 2) return false
  try {
    return JSON.parse(spelled) === text
  } catch {
    return false
  }
}
