// npm run release:check -- [--out release] [--built]: builds and packs twice and compares the two, then leaves the package,
// its SHA-256 and a bill of materials (CycloneDX) of what is in it and what it installs. With --built, what is built
// already is packed as it is. Exit code 1 where the two differ.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'release' }, built: { type: 'boolean', default: false } },
})
const hashOf = (path, kind = 'sha256') => createHash(kind).update(readFileSync(path)).digest('hex')

/** Packs into a folder of its own; the file. */
function packed() {
  const folder = mkdtempSync(join(tmpdir(), 'unwash-release-'))
  if (!values.built) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { stdio: 'ignore' })
  return join(folder, readdirSync(folder)[0])
}

const [one, other] = [packed(), packed()]
if (hashOf(one) !== hashOf(other)) {
  console.error(`two packages of the same source differ: ${one} and ${other}`)
  process.exit(1)
}
mkdirSync(values.out, { recursive: true })
const name = one.split('/').at(-1)
const file = join(values.out, name)
renameSync(one, file)
for (const path of [one, other]) rmSync(join(path, '..'), { recursive: true, force: true })
const bom = join(values.out, name.replace(/\.tgz$/, '.cdx.json'))
writeFileSync(bom, `${JSON.stringify(billOf(), null, 2)}\n`)
writeFileSync(
  join(values.out, 'SHA256SUMS'),
  [file, bom].map(path => `${hashOf(path)}  ${path.split('/').at(-1)}\n`).join(''),
)
console.log(`${file} is the same packed twice: sha256 ${hashOf(file)}`)

/** What is in the package and what it installs: the versions and hashes of the lock, and what the notices say is bundled. */
function billOf() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const own = JSON.parse(readFileSync('package.json', 'utf8'))
  const bundled = new Set(
    [...readFileSync('dist/third-party-notices.md', 'utf8').matchAll(/^## (\S+) (\S+) \(/gm)].map(
      ([, of, at]) => `${of} ${at}`,
    ),
  )
  const components = new Map(
    Object.entries(packages).flatMap(([path, { version, integrity, license, dev, devOptional, peer }]) => {
      // a package of this repository, or where it is linked to
      if (integrity === undefined) return []
      const of = path.split('node_modules/').at(-1)
      const is = [
        ...(path === '' || dev || devOptional || peer ? [] : ['installed']),
        ...(bundled.has(`${of} ${version}`) ? ['bundled'] : []),
      ]
      if (is.length === 0) return []
      const purl = purlOf(of, version)
      const content = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
      const component = {
        type: 'library',
        'bom-ref': purl,
        name: of,
        version,
        purl,
        hashes: [{ alg: 'SHA-512', content }],
        licenses: license === undefined ? [] : [{ expression: license }],
        properties: is.map(value => ({ name: 'unwash:is', value })),
      }
      return [[purl, component]]
    }),
  )
  const missing = [...bundled].filter(
    one => ![...components.values()].some(({ name, version }) => one === `${name} ${version}`),
  )
  if (missing.length > 0) throw new Error(`bundled, and not in the lock: ${missing.join(', ')}`)
  const ref = purlOf(own.name, own.version)
  const hashes = [{ alg: 'SHA-512', content: hashOf(file, 'sha512') }]
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': ref, name: own.name, version: own.version, purl: ref, hashes },
    },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [{ ref, dependsOn: [...components.keys()].sort() }],
  }
}

function purlOf(name, version) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version.replaceAll('+', '%2B')}`
}
