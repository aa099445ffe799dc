import { expect, test } from 'vitest'
import { originOfFolder, originOfUrl, withoutSecrets } from '../../src/sources/origin.ts'

test.each([
  ['org--model', 'org', 'model'],
  ['owner__some-model', 'owner', 'some-model'],
  ['org--model--v2', 'org', 'model--v2'],
  ['model', null, 'model'],
  ['__init__', null, '__init__'],
  ['org--', null, 'org--'],
])('the folder %s is of %s and called %s', (folder, publisher, name) => {
  expect(originOfFolder(folder)).toEqual({ publisher, name })
})

test.each([
  ['https://host.example/org/model', 'org', 'model'],
  ['https://user:secret@host.example/org/model.git', 'org', 'model'],
  ['https://host.example/datasets/org/model/', 'org', 'model'],
  ['git@host.example:org/model.git', 'org', 'model'],
  ['ssh://git@host.example:22/org/model.git', 'org', 'model'],
  ['file:///srv/repositories/model.git', null, 'model'],
  ['file:///srv/org--model', 'org', 'model'],
])('the address %s is of %s and called %s', (url, publisher, name) => {
  expect(originOfUrl(url)).toEqual({ publisher, name })
})

test.each(['/srv/model.git', '../model', 'https://host.example/', ''])('%j names nobody', url => {
  expect(originOfUrl(url)).toBeNull()
})

test.each([
  ['https://user:secret@host.example/a/b', 'https://host.example/a/b'],
  ['https://secret@host.example/a/b', 'https://host.example/a/b'],
  ['ssh://git@host.example/a/b', 'ssh://git@host.example/a/b'],
  ['git@host.example:a/b', 'git@host.example:a/b'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutSecrets(url)).toBe(shown)
})
