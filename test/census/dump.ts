import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { whenFileEnds } from '../ends.ts'

/** A model of a dump, as far as a census looks at it. */
export interface DumpedModel {
  readonly id: string
  readonly license?: string | readonly string[]
  readonly licenseName?: string
  readonly bases?: readonly string[]
  readonly relation?: string
  readonly year?: number
  readonly downloads?: number
  readonly gated?: 'auto' | 'manual'
  readonly private?: boolean
  readonly disabled?: boolean
}

/** Dumps keep what is structured as JSON text or as structures; old ones have tags alone. */
export type Shape = 'json' | 'structures' | 'texts' | 'tags'

/** Writes a Parquet file with the columns of a hub's dump, and gives its path. */
export async function writeDump(models: readonly DumpedModel[], shape: Shape = 'json'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'unwash-dump-'))
  whenFileEnds(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'models.parquet')
  const rows = models.map(model => {
    const { license, licenseName, bases } = model
    const card = { license: license ?? null, license_name: licenseName ?? null }
    return [
      text(model.id),
      text(model.id.split('/')[0] ?? ''),
      license === undefined ? 'null' : text(JSON.stringify(card)),
      bases === undefined
        ? 'null'
        : `{relation: ${text(model.relation ?? 'finetune')}, models: [${bases.map(id => `{_id: 'x', id: ${text(id)}}`).join(', ')}]}`,
      text(model.gated ?? 'False'),
      String(model.downloads ?? 1),
      String((model.downloads ?? 1) * 10),
      `timestamp '${model.year ?? 2025}-03-01 12:00:00'`,
      String(model.private ?? false),
      String(model.disabled ?? false),
      `[${[
        'transformers',
        ...(typeof license === 'string' ? [`license:${license}`] : []),
        ...(bases ?? []).flatMap(id => [`base_model:${id}`, `base_model:${model.relation ?? 'finetune'}:${id}`]),
      ]
        .map(text)
        .join(', ')}]`,
    ].join(', ')
  })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`create table models as select * from (values ${rows.map(row => `(${row})`).join(', ')})
    t(id, author, cardData, baseModels, gated, downloads, downloadsAllTime, createdAt, private, disabled, tags)`)
  await connection.run(`copy (${SHAPES[shape]}) to ${text(path)} (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  return path
}

const text = (words: string) => `'${words.replaceAll("'", "''")}'`

const SHAPES: Readonly<Record<Shape, string>> = {
  json: 'from models',
  structures: `select * replace (json_transform(cardData, '{"license": "VARCHAR", "license_name": "VARCHAR"}') as cardData) from models`,
  texts: 'select * replace (to_json(baseModels)::varchar as baseModels, createdAt::varchar as createdAt) from models',
  tags: 'select id, createdAt, downloads, downloadsAllTime, gated, tags from models where not private and not disabled',
}
