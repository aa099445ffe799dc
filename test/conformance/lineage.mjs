// What npm run corpus prints of lineage: how many of the ancestors that readers found are found, how many of those found
// are right, and how many models that are only mentioned are taken for ancestors. Alone: corpus.mjs <folder> --lineage
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '@unwash/core/evidence/index'
import { findBases } from '@unwash/core/lineage/bases'
import { isHint } from '@unwash/core/lineage/hints'
import { findModel } from '@unwash/core/names/models'
import { open } from '@unwash/sources/index'
import { nameOf } from './names.mjs'

/** Prints the figures, for rows that may be read and for those that nobody tunes to; with SHOW_LINEAGE what is apart. */
export async function measureLineage(folder, expanded, known, isCheck, print) {
  const files = [join(folder, 'lineage.tsv'), join(folder, 'blind/lineage.tsv')]
  if (!files.every(existsSync)) return
  const releases = [...labelled(readTable(files[0])), ...blind(readTable(files[1]))]
  const results = []
  for (const { id, dir, origins, mentions, spare } of releases) {
    const release = await open(placeOf(folder, expanded, dir), { name: nameOf(dir) })
    const found = findBases(gather(release, known.knowledge), known.knowledge)
      // what a dated fact says of a base is not the release's own word
      .filter(({ cited }) => !('fact' in cited[0]))
    const isOne = (base, name) => isSame(base, name, known.knowledge)
    // a name is no ancestor: it raises a question
    const told = found.filter(base => !isHint(base))
    // what is told to be a part or a teacher is told apart: no ancestor is wrong by it
    const isApart = ({ relation }) => relation === 'part' || relation === 'teacher'
    const hit = origins.filter(one => told.some(base => isOne(base, one.base)))
    const asked = origins.filter(one => !hit.includes(one) && found.some(base => isOne(base, one.base)))
    const right = found.filter(base => origins.some(one => isOne(base, one.base)))
    const spared = found.filter(base => !right.includes(base) && spare?.some(name => isOne(base, name)))
    const wrong = found.filter(base => !right.includes(base) && !spared.includes(base) && !isApart(base))
    const takenBy = list => mentions.filter(one => list.some(base => isOne(base, one)))
    const taken = takenBy(wrong.filter(base => !isHint(base)))
    const asks = takenBy(wrong).length - taken.length
    const related = hit.filter(one => told.some(base => isOne(base, one.base) && one.relations.includes(base.relation)))
    results.push({
      id,
      blind: dir.startsWith('blind'),
      origins,
      mentions,
      hit,
      asked,
      right,
      wrong,
      taken,
      asks,
      related,
    })
  }
  print('\nlineage', 'tune', 'check', 'batch')
  for (const [name, list] of [
    ['batch 2', results.filter(one => !one.blind)],
    ['blind', results.filter(one => one.blind)],
    ['both', results],
  ]) {
    const both = (label, part, of) => {
      const tune = list.filter(({ id }) => !isCheck(id))
      const check = list.filter(({ id }) => isCheck(id))
      print(label, share(sum(tune, part), sum(tune, of)), share(sum(check, part), sum(check, of)), name)
    }
    both(
      'ancestors found',
      one => one.hit.length,
      one => one.origins.length,
    )
    both(
      'of those the relation',
      one => one.related.length,
      one => one.hit.length,
    )
    const byName = bases => bases.filter(isHint).length
    const stated = bases => bases.length - byName(bases)
    const precise = count => one => count(one.right) + count(one.wrong)
    both('precision', one => stated(one.right), precise(stated))
    both(
      'mentions taken for ancestors',
      one => one.taken.length,
      one => one.mentions.length,
    )
    both(
      'asked about, by names alone',
      one => one.asked.length,
      one => one.origins.length,
    )
    both('questions that are right', one => byName(one.right), precise(byName))
    both(
      'mentions asked about',
      one => one.asks,
      one => one.mentions.length,
    )
  }
  if (!process.env.SHOW_LINEAGE) return
  for (const { id, origins, hit, asked, wrong, taken } of results.filter(({ id }) => !isCheck(id))) {
    const missed = origins
      .filter(one => !hit.includes(one) && !asked.includes(one))
      .map(({ base, where }) => `${base} (${where})`)
    if (missed.length + wrong.length === 0) continue
    console.log(`\n${id}${missed.length > 0 ? `\n  missed: ${missed.join('; ')}` : ''}`)
    if (taken.length > 0) console.log(`  only mentioned: ${taken.join('; ')}`)
    for (const { relation, model, via, of, cited } of wrong)
      console.log(
        `  wrong: ${relation} ${model} by ${via} of [${of}] ${cited[0].path}:${cited[0].line} ${cited[0].quote ?? cited[0].value ?? ''}`,
      )
  }
}

/** the words of the readers, and the relations that agree with each */
const RELATED = {
  finetune: ['finetune', 'continued-pretraining'],
  adapter: ['adapter'],
  init: ['initialization', 'finetune', 'continued-pretraining'],
  'continued-pretrain': ['continued-pretraining', 'finetune'],
  distillation: ['distillation', 'teacher'],
  quantized: ['quantized'],
  quantization: ['quantized'],
  prune: ['pruning', 'quantized'],
  merge: ['merge'],
}

/** One release after the other: where its weights start from, and what is only mentioned. */
function labelled(rows) {
  return [...new Set(rows.map(({ dir }) => dir))].map(dir => {
    const own = rows.filter(row => row.dir === dir)
    const origins = own.filter(({ relation }) => relation !== 'none')
    return {
      id: dir,
      dir: `releases/${dir}`,
      origins: origins.map(one => ({
        base: one.base,
        relations: RELATED[one.relation] ?? [],
        where: `${one.relation}, ${one.file}:${one.line} ${one.quote_words}`,
      })),
      mentions: own.filter(({ relation }) => relation === 'none').map(({ base }) => base),
      spare: null,
    }
  })
}

/** A release with the ancestors it has, and what may be found without being wrong; "none?" is nothing to find. */
function blind(rows) {
  return rows.map(({ id, ancestors, ok_extra, relation }) => ({
    id,
    dir: `blind/lineage/${id}`,
    origins: ancestors
      .split(';')
      .filter(name => !/^none\??$/.test(name))
      .map(base => ({ base, relations: relation.split('/').flatMap(one => RELATED[one] ?? []), where: relation })),
    mentions: [],
    spare: ok_extra === '-' ? null : ok_extra.replace(/[$?]/g, '').split('|'),
  }))
}

/** Where a release of the corpus is, rebuilt as a user would have it. */
export function placeOf(folder, expanded, dir) {
  if (dir.startsWith('blind')) return join(folder, dir, readdirSync(join(folder, dir))[0])
  const place = join(expanded, dir.replace('releases/', ''))
  if (!existsSync(place)) execFileSync(process.execPath, [join(folder, 'expand.mjs'), join(folder, dir), place])
  return place
}

const lettersOf = name => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a base is the one a reader names, perhaps less exactly: "LLaMA-13B", "Llama 2 7B/13B (generator)". */
function isSame(base, written, knowledge) {
  const plain = written.replace(/\([^)]*\)|\/\d.*/g, '')
  const names = [...plain.split(/, | and | \/ /), ...(plain.includes(',') ? [] : [plain])]
  return names.some(name => {
    const known = findModel(knowledge, name)
    const ours = base.known ?? findModel(knowledge, base.model)
    if (known && ours && known.family === ours.family)
      return known.version === ours.version || Boolean(known.version.versionless ?? ours.version.versionless)
    const [one, other] = [name, base.model].map(id => lettersOf(id.slice(id.lastIndexOf('/') + 1)))
    return one.length > 2 && other.length > 2 && (one.includes(other) || other.includes(one))
  })
}

const sum = (list, count) => list.reduce((all, one) => all + count(one), 0)
const share = (count, of) => `${of === 0 ? '-' : `${((100 * count) / of).toFixed(1)} %`} (${count}/${of})`

function readTable(path) {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const names = head.split('\t')
  return lines.map(text => Object.fromEntries(text.split('\t').map((value, index) => [names[index], value])))
}
