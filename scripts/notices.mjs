// The notices of what others wrote and is in dist: their names, versions and license texts, taken from the packages.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const LEGAL = /^(?:licen[cs]e|copying|notice)(?:[-_.].*)?$/i
/** of packages that hold work of others still, which their own files do not tell: what, whose, and its SPDX id */
const WITHIN = { unpdf: [{ name: 'pdf.js', by: 'Mozilla', license: 'Apache-2.0' }] }

/** The folders of the packages that paths lie in: of a package within a package, its own. */
export const packagesOf = paths =>
  new Set([...paths].flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))

/** The notices of packages, by their folders, in the order of their names. Throws where one names no license. */
export function noticesOf(folders) {
  const sections = [...folders].map(sectionOf).sort(([one], [other]) => (one < other ? -1 : 1))
  const unique = new Map(sections)
  const intro = `What is bundled into unwash of others' work: ${unique.size} packages, with the texts of their licenses.`
  return `# Third-party notices\n\n${intro}\n\n${[...unique.values()].join('\n')}`
}

function sectionOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const texts = readdirSync(folder)
    .filter(file => LEGAL.test(file))
    .map(file => readFileSync(`${folder}/${file}`, 'utf8').trim())
  if (typeof license !== 'string') throw new Error(`${name} ${version} is bundled, and does not say its license`)
  // some packages name their license and leave its text out
  if (texts.length === 0) {
    const holder = author?.name ?? author ?? `The authors of ${name}`
    texts.push(`${holder}\n\n${spdxText(license).replace('<year> <copyright holders>', holder)}`)
  }
  const within = (WITHIN[name] ?? []).map(
    one => `with ${one.name} by ${one.by} (${one.license}):\n\n${spdxText(one.license)}`,
  )
  const title = `${name} ${version} (${license})`
  return [title, `## ${title}\n\n${[...texts, ...within].join('\n\n')}\n`]
}

function spdxText(id) {
  const { licenseText } = createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`)
  return licenseText.trim()
}
