// npm run synthetic-dump -- --rows 2500000 --out dump.parquet [--seed 7]: an invented dump of a hub's models, with the
// columns and types of the public `hub-stats` models table. The same rows and seed make the same models. Nobody in it exists.
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { loadKnowledge } from '../dist/knowledge/load.js'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2500000' },
    out: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
})
const rows = Number(values.rows)
const seed = Number(values.seed)
if (!values.out || !Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(seed)) {
  console.error('synthetic-dump wants --out <file.parquet>, and whole numbers for --rows and --seed')
  process.exit(2)
}

const { licenses } = await loadKnowledge()
// the licenses that are called by most names are the common ones here
const known = [...licenses.values()].sort((one, other) => other.aliases.length - one.aliases.length)
const ids = known.flatMap(license => license.huggingFace)
// "other" is what a card says whose license has no id at the hub
const names = known.filter(license => license.huggingFace.length === 0).flatMap(license => license.aliases.slice(0, 1))
const quoted = word => `'${String(word).replaceAll("'", "''")}'`
const list = words => `[${words.map(quoted).join(', ')}]`

/** one in so many models is one that others start from */
const BASES = 50
const bases = Math.max(1, Math.floor(rows / BASES))
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' })
const connection = await instance.connect()
// a number from 0 to 1 that depends on the model, on what it is for, and on the seed: threads change nothing
await connection.run(
  `create macro u(i, salt) as (hash(i * 1000003 + salt * 7919 + ${seed}) >> 11) / 9007199254740992.0`,
)
await connection.run(`create macro pick(words, share) as list_extract(words, 1 + floor(share * len(words))::int)`)
const SYLLABLES = list(
  'al bra cor dun el fen gar hol ith jor kel lum mor nor ost pel quin ras sel tor und ver wil yar zan'.split(' '),
)
await connection.run(`create macro word(i, salt) as
  pick(${SYLLABLES}, u(i, salt)) || pick(${SYLLABLES}, u(i, salt + 1)) || pick(${SYLLABLES}, u(i, salt + 2))`)
await connection.run(`create macro author(i) as
  case when i < ${bases} then 'lab-' || word((u(i, 1) * 300)::bigint, 2)
  else word((pow(u(i, 1), 3) * ${Math.max(10, Math.floor(rows / 6))})::bigint, 5) || (pow(u(i, 1), 3) * ${Math.max(10, Math.floor(rows / 6))})::bigint end`)
await connection.run(
  `create macro name(i) as author(i) || '/' || word(i, 9) || '-' || pick(['1b', '3b', '7b', '8b', '14b', '70b'], u(i, 12)) || '-' || i`,
)
// a few licenses are most of them
await connection.run(`create macro license(i) as
  case when i >= ${bases} and u(i, 20) < 0.42 then null
  when u(i, 21) < 0.07 then 'other'
  else ${list(ids)}[1 + floor(pow(u(i, 22), 4) * ${ids.length})::int] end`)
await connection.run(`create macro base(i) as floor(pow(u(i, 30), 3) * ${bases})::bigint`)

await connection.run(`copy (
  with made as (
    select i, i >= ${bases} and u(i, 31) < 0.55 as derived,
      pick(['finetune', 'adapter', 'quantized', 'quantized', 'merge'], u(i, 32)) as relation,
      case when i >= ${bases} and u(i, 31) < 0.3 then license(base(i)) else license(i) end as license,
      timestamp '2022-03-02' + to_seconds((pow(u(i, 40), 0.5) * 149000000)::bigint) as created,
      pick(['text-generation', 'text-classification', 'text-to-image', 'automatic-speech-recognition'], u(i, 41)) as task,
      pick(['transformers', 'diffusers', 'peft', 'gguf', 'sentence-transformers'], u(i, 42)) as library
    from range(${rows}) t(i)
  ), named as (
    select *, case when not derived then [] when relation = 'merge' then [name(base(i)), name(base(i + 17))] else [name(base(i))] end as starts,
      case when license = 'other' and u(i, 23) < 0.8 then
        case when u(i, 24) < 0.6 then pick(${list(names)}, u(i, 25)) else word((u(i, 26) * 4000)::bigint, 27) || '-license' end end as license_name
    from made
  )
  select md5(i::varchar)[1:24] as _id, name(i) as id, author(i) as author,
    case when license is null and u(i, 43) < 0.7 then null else to_json({
      license: license, license_name: license_name, license_link: case when license_name is not null then 'LICENSE' end,
      language: ['en'], library_name: library, pipeline_tag: task, base_model: starts, tags: [word(i, 44), word(i, 47), word(i, 50)],
      widget: [{text: word(i, 53) || ' ' || word(i, 56) || ' ' || word(i, 59)}]
    })::varchar end as cardData,
    u(i, 60) < 0.0005 as disabled,
    case when u(i, 61) < 0.03 then 'auto' when u(i, 61) < 0.05 then 'manual' else 'False' end as gated,
    created + to_days((u(i, 62) * 90)::int) as lastModified,
    floor(pow(u(i, 63), 40) * 6000)::bigint as likes, pow(u(i, 63), 60) * 100 as trendingScore, false as private,
    sha1(i::varchar) as sha,
    floor(pow(u(i, 64), 60) * 20000000)::bigint as downloads, floor(pow(u(i, 64), 60) * 200000000)::bigint as downloadsAllTime,
    list_concat(
      [library, 'safetensors', task, word(i, 44), word(i, 47), word(i, 50), 'en', 'endpoints_compatible', 'region:us'],
      case when license is not null then ['license:' || license] else [] end,
      list_transform(starts, s -> 'base_model:' || s), list_transform(starts, s -> 'base_model:' || relation || ':' || s)
    ) as tags,
    task as pipeline_tag, library as library_name, created as createdAt, name(i) as modelId,
    case when derived then struct_pack(relation := relation, models := list_transform(starts, s -> struct_pack(_id := md5(s)[1:24], id := s))) end as baseModels
  from named
) to ${quoted(values.out)} (format parquet, compression snappy, row_group_size 100000)`)
console.error(`synthetic-dump: ${rows} invented models in ${values.out} (seed ${seed})`)
