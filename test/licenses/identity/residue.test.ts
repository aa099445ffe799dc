import { describe, expect, it } from 'vitest'
import { readResidue } from '../../../src/licenses/identity/index.ts'
import type { ResidueReading } from '../../../src/vocabulary.ts'

const EXAMPLES: Record<ResidueReading, readonly string[]> = {
  condition: [
    'Products with more than ten million monthly active users shall show the name of the model.',
    'You may not use the weights to build a competing service.',
    'The software must be used for good.',
    'For noncommercial use only.',
    'provided that the name is kept',
    'Commercial use is prohibited.',
    'Nobody may run it at night.',
    'Companies need a separate license above a turnover of one million.',
    'You agree to the policy below.',
    'Contact us for commercial licensing.',
    'Please do not use it in hospitals.',
    'Use by governments is forbidden; hobbyists are welcome.',
    'for academic research purposes',
    'This license terminates when you sue us.',
    '不得用于军事用途。',
    '商业使用须事先获得书面许可。',
    '仅供学习。',
    'Die Nutzung ist nur für private Zwecke erlaubt.',
    'L’utilisation commerciale est interdite.',
    'Использование запрещено без согласия.',
    'The harbor may be used. It must be swept.',
  ],
  plea: [
    'We ask that you cite our paper if it helped you.',
    'If you find it useful, please consider giving the repository a star.',
    'You are encouraged to share improvements with the community.',
    'We would appreciate a postcard.',
    '如果对您有帮助，请引用我们的论文，感谢。',
  ],
  permission: [
    'Permission is hereby granted to anyone to paint it.',
    'You may also use the weights in any product.',
    'The notice need not be included with generated content, which is free to use.',
    '您可以自由复制。',
  ],
  disclaimer: [
    'The weights are provided as is, without warranty of any kind.',
    'In no event shall the keepers be liable for any damage.',
    'The keepers disclaim all liability for wet sleeves.',
    '作者对此不承担责任。',
  ],
  notice: [
    'Copyright (c) 2031 Copper Kettle Works',
    'https://lantern.example/license',
    'Version 2.1 of 3 May 2031',
    'This repository contains code of the Harbor project.',
    'Lantern License',
  ],
}

describe.each(Object.entries(EXAMPLES))('reads as a %s:', (reads, texts) => {
  it.each(texts)('%s', text => expect(readResidue(text)).toBe(reads))
})

describe('how it is written does not matter:', () => {
  it.each([
    'You **must** ask.',
    'You must\nask.',
    'YOU MAY\n    NOT sell it.',
    'You don\u2019t get to sell it.',
    'non\u2011commercial',
  ])('%s', text => expect(readResidue(text)).toBe('condition'))
})

it('reads an empty text as a notice', () => expect(readResidue('')).toBe('notice'))
