import { describe, expect, test } from 'vitest'
import { caseOf, inWords, reportOn, statementsOf, WEIGHTS } from '../../../../../test/judged.ts'

const FILES = { 'README.md': '# Heron\n', LICENSE: 'The harbor terms.' }
const said = (files: Readonly<Record<string, string>>) =>
  statementsOf({ files: { ...FILES, ...files } })
    .filter(({ via }) => via === 'package' || via === 'subpackage')
    .map(inWords)

describe('a package states the license of the code', () => {
  test.each([
    ['pyproject.toml', '[project]\nname = "heron"\nlicense = "Apache-2.0"\n', ['code: apache-2.0']],
    ['pyproject.toml', '[project]\nlicense = {text = "MIT License"}\n', ['code: mit']],
    ['pyproject.toml', "[project]\nlicense.text = 'MIT'  # as ever\n", ['code: mit']],
    ['pyproject.toml', '[project.license]\ntext = "BSD-3-Clause"\n', ['code: bsd-3-clause']],
    ['pyproject.toml', '[tool.poetry]\nlicense = "GPL-3.0-or-later"\n', ['code: gpl-3.0']],
    ['pyproject.toml', '[project]\nlicense = { file = "LICENSE" }\n', ['code: LICENSE']],
    ['pyproject.toml', '[project]\nlicense-files = ["LICENSE"]\n', ['code: LICENSE']],
    [
      'pyproject.toml',
      '[project]\nclassifiers = [\n  "Programming Language :: Python",\n  "License :: OSI Approved :: MIT License", # ours\n]\n',
      ['code: mit'],
    ],
    ['setup.py', 'from setuptools import setup\nsetup(\n    name="heron",\n    license="MIT",\n)\n', ['code: mit']],
    ['setup.py', "setup(name='heron', license='Apache 2.0 License', packages=[])\n", ['code: apache-2.0']],
    ['setup.py', 'setup(classifiers=["License :: OSI Approved :: MIT License"])\n', ['code: mit']],
    ['setup.cfg', '[metadata]\nname = heron\nlicense = MIT\nlicense_files = LICENSE\n', ['code: mit', 'code: LICENSE']],
    [
      'setup.cfg',
      '[metadata]\nclassifiers =\n    Topic :: Birds\n    License :: OSI Approved :: MIT License\n',
      ['code: mit'],
    ],
    ['package.json', '{\n  "name": "heron",\n  "license": "ISC"\n}\n', ['code: isc']],
    ['package.json', '{ "license": { "type": "MIT", "url": "https://heron.example" } }', ['code: mit']],
    ['package.json', '{ "license": "SEE LICENSE IN LICENSE" }', ['code: LICENSE']],
    ['Cargo.toml', '[package]\nname = "heron"\nlicense = "MPL-2.0"\n', ['code: mpl-2.0']],
    ['CITATION.cff', 'cff-version: 1.2.0\ntitle: Heron\nlicense: MIT\n', ['code: mit']],
    ['CITATION.cff', 'cff-version: 1.2.0\ntype: dataset\nlicense:\n  - CC-BY-4.0\n', ['data: cc-by-4.0']],
    ['setup.py', 'setup(license="For non-commercial use only")\n', ['code: non-commercial']],
  ])('%s: %s', (path, content, expected) => {
    expect(said({ [path]: content })).toEqual(expected)
  })

  test.each([
    ['pyproject.toml', '[tool.heron]\nlicense = "MIT"\n'],
    ['pyproject.toml', '[project]\n# license = "MIT"\nname = "heron"\n'],
    ['pyproject.toml', '[project]\ndescription = """\nlicense = "MIT"\n"""\n'],
    ['pyproject.toml', '[project]\nkeywords = ["MIT", "license"]\n'],
    ['pyproject.toml', '[project]\nlicense = {file = "COPYRIGHT-OF-NOBODY"}\n'],
    ['setup.py', '# license="MIT"\nsetup(name="heron")\n'],
    ['setup.py', 'setup(license=open("LICENSE").read())\n'],
    ['setup.py', 'license = "MIT" if old else "ISC"\n'],
    ['package.json', '{ "license": "UNLICENSED" }'],
    ['package.json', '{ "dependencies": { "license": "MIT" } }'],
    ['package.json', '{ "license": "The heron terms" }'],
    ['pyproject.toml', '[project]\nclassifiers = ["License :: OSI Approved"]\n'],
    ['CITATION.cff', 'references:\n  - title: Gull\n    license: MIT\n'],
    ['vendor/gull/setup.py', 'setup(license="MIT")\n'],
    ['examples/gull/pyproject.toml', '[project]\nlicense = "MIT"\n'],
    ['a/b/c/pyproject.toml', '[project]\nlicense = "MIT"\n'],
  ])('but %s says nothing of it: %s', (path, content) => {
    expect(said({ [path]: content })).toEqual([])
  })

  test('is cited by its line', () => {
    const [statement] = statementsOf({ files: { 'pyproject.toml': '[project]\nname = "heron"\nlicense = "MIT"\n' } })
    expect(statement?.cited).toMatchObject([{ path: 'pyproject.toml', line: 3, quote: 'license = "MIT"' }])
  })
})

const MIT = 'MIT License\n\nCopyright (c) 2026 Marsh Lab\n'
const codeOf = (files: Readonly<Record<string, string>>) =>
  caseOf({
    files: { ...WEIGHTS, 'README.md': '# Heron\n', 'heron/train.py': 'import torch\n', ...files },
  }).components.find(({ found }) => found.id === 'training-code')?.licensing.concluded

describe('what a package states', () => {
  test('is the license of code that has no other', () => {
    expect(codeOf({ 'pyproject.toml': '[project]\nlicense = "MIT"\n' })).toBe('mit')
  })

  test('binds beside a text that says another thing', () => {
    expect(codeOf({ 'pyproject.toml': '[project]\nlicense = "MIT"\n', LICENSE: 'CC BY-NC 4.0\n' })).toBe(
      'cc-by-nc-4.0 AND mit',
    )
  })

  test('in a folder is no license of the rest', () => {
    expect(codeOf({ 'gull/pyproject.toml': '[project]\nlicense = "MIT"\n' })).toBe('NONE')
  })

  test('as a family is the version that lies beside it', () => {
    const setup = 'setup(classifiers=["License :: OSI Approved :: BSD License"])\n'
    expect(codeOf({ 'setup.py': setup, LICENSE: 'BSD-3-Clause\n' })).toBe('bsd-3-clause')
  })

  test('says nothing of the weights, and keeps no text for the code alone', () => {
    const terms = (files: Readonly<Record<string, string>>) => {
      const { term, conflicts } = reportOn({ files: { ...WEIGHTS, ...FILES, LICENSE: MIT, ...files } })
      return { id: term.id, basis: term.basis, conflicts: conflicts.length }
    }
    const alone = terms({})
    expect(terms({ 'pyproject.toml': '[project]\nlicense = "MIT"\n' })).toEqual(alone)
    expect(terms({ 'pyproject.toml': '[project]\nlicense = {file = "LICENSE"}\n' })).toEqual(alone)
    expect(terms({ 'pyproject.toml': '[project]\nlicense = "GPL-3.0-only"\n' })).toEqual(alone)
  })
})
