import { describe, expect, test } from 'vitest'
import { isNotice, isPartHeading, isPartOfOthers, titleOf } from '../../../src/licenses/account/notices.ts'
import { knowledge } from '../../knowledge/knowledge.ts'

describe('a copyright line', () => {
  test.each([
    'Copyright 2024 Müller & Söhne GmbH & Co. KG, München',
    'Copyright (c) 2024 深度求索',
    '版权所有 © 2023 北京智谱华章科技有限公司',
    'Copyright © 2022 Institute for Academic Research, University of Foo',
    'Copyright (c) 2020, 2021-2023 Jane Doe <jane@doe.example>',
    'Copyright (c) 1998-2005, 2010 The Regents of the University of California',
    'Copyright 2019 The Foo Authors. All rights reserved.',
    'Copyright (c) 2015-present, Acme, Inc. and its affiliates.',
    'Portions Copyright (c) 2018 Foo Inc.',
    'Copyright (c) 2021 jdoe42',
    'Copyright (C) 2007 Free Software Foundation, Inc. <https://fsf.org/>',
    '© 2024 Ecole Polytechnique Fédérale de Lausanne (EPFL)',
    'Copyright (c) Acme Commercial Bank',
    'Copyright (c) 2024 Acme Labs Limited',
    'Copyright 2021 Lumen Online Private Limited',
    'Copyright (c) 2023 São Paulo Research Foundation',
    'Copyright 2024 ООО «Люмен»',
    'Copyright (c) 2022 株式会社ルーメン',
    'Copyright (c) 2021 주식회사 루멘',
    'Copyright (c) 2020 Société Générale de Calcul S.A.S.',
    'Copyright (c) 2017 Max-Planck-Institut für Informatik',
    'SPDX-FileCopyrightText: 2023 Jane Doe <jane@doe.example>',
    'SPDX-FileCopyrightText: 2021 Acme GmbH',
    'Copyright (c) 2019 Jane Doe and contributors',
    'Copyright (c) 2016 van der Berg, Jan',
    'Copyright (c) MMXXIV Acme',
    'Copyright (c) 2024 Allen Institute for AI',
    'Copyright (c) 2020 Center for Open Science',
    'Copyright 2018-2024 by the Lumen team',
    'Copyright (c) 2023 National Research Council of Foo',
    'Copyright (c) 2012 Jane Doe, 2013 John Roe',
    'Copyright (c) 2024 Department of Defense',
    'Copyright (c) 2024 Student Union of Foo',
    "Copyright © 2024 O'Neill & Partners LLP",
    'Copyright (c) 2021 Jean-Luc de la Foo',
    'Copyright 2025 harborlight ai inc.',
    'Copyright (c) 2019-2024, tidewright',
    'Copyright (c) 2021 by harborlight gmbh',
  ])('names holders: %s', line => expect(isNotice(line, knowledge)).toBe(true))

  test.each([
    'Copyright (c) Acme For Academics',
    'Copyright (c) 2024 Acme Labs, for academic users',
    'Copyright (c) 2024 Acme Labs for Japan',
    'Copyright (c) 2024 Acme Labs For Schools',
    'Copyright (c) 2024 Acme Labs. Confidential',
    'Copyright (c) 2024 Acme Labs. All rights reserved. Evaluation Copy',
    'Copyright (c) 2024 Acme Labs. Research Only',
    'Copyright (c) 2024 Acme Labs. Non Commercial',
    'Copyright (c) 2024 Acme Labs. Student Edition',
    'Copyright (c) 2024 Acme Labs, Members Only',
    'Copyright (c) 2024 Acme Labs. Do Not Copy',
    'Copyright (c) 2024 Acme Labs. Not For Military',
    'Copyright (c) 2024 Acme Labs. Academic Edition',
    'Copyright (c) 2024 Acme Labs. Personal Edition',
    'Copyright (c) 2024 Acme Labs. Demo Version',
    'Copyright (c) 2024 Acme Labs. Trial',
    'Copyright (c) 2024 Acme. 仅供研究',
    'Copyright (c) 2024 Acme. 内部资料',
    'Copyright (c) 2024 Acme. 学术版',
    'Copyright (c) 2024 Acme. Nur zur Forschung',
    'Copyright (c) 2024 Acme. Usage interdit',
    'Copyright (c) 2024 Acme. Solo Investigación',
    'Copyright (c) 2024 Acme. 研究目的のみ',
    'Copyright (c) 2024 Acme. 연구용',
    'Copyright (c) 2024 Acme. Valid Till 2026',
    'Copyright (c) 2024 Acme. EU Excluded',
    'Copyright (c) 2024 Acme, Valid In Japan',
    'Copyright (c) 2024 Acme. Hands Off',
    'Copyright (c) 2024 Acme. Copying Is A Crime',
    'Copyright (c) 2024 Acme. Property Of Acme',
    'Copyright (c) 2024 Acme. See https://acme.example/terms',
    'Copyright (c) 2024 Acme. Noncommercial',
    'Copyright (c) 2024 Acme. Home Edition',
    'Copyright (c) 2024 Acme. For Hospitals',
    'Copyright 2025 noncommercial',
    'Copyright 2025 harborlight for students',
    'Copyright 2025 internal use ltd',
    'Copyright 2025 evaluation copy',
    'Copyright 2025 harborlight academic version',
  ])('says more: %s', line => expect(isNotice(line, knowledge)).toBe(false))
})

describe('a line above a text', () => {
  test.each([
    'MIT License',
    'The MIT License (MIT)',
    '# Apache License 2.0',
    'FooNet License',
    'License for the model weights',
    'License for FooNet',
    'MIT License - see below',
    'FooNet Model License',
    'Software License',
    'License Agreement',
    'Copyright and License',
    'The license of this project',
  ])('is its title: %s', line => expect(titleOf(line, knowledge)).not.toBeUndefined())

  test.each([
    'MIT License (Non-Commercial)',
    'MIT License - Research Edition',
    'MIT Student License',
    'MIT License for Japan',
    'MIT License (EU excluded)',
    'FooNet Research License',
    'FooNet Community License',
    'FooNet Non-Commercial License',
    'FooNet Academic License',
    'License for Members',
    'License for Researchers',
    'FooNet Trial License',
    'Restricted License',
    'MIT License, one year',
    'FooNet Personal License',
    'FooNet Internal License',
    'This licence expires on 31 December 2027.',
    'License to kill',
    'Lumen Responsible AI License',
    'Lumen Commercial License',
    'Evaluation License',
    'Additional terms: https://acme.example/terms',
    'MIT License https://acme.example/terms',
  ])('is no title: %s', line => expect(titleOf(line, knowledge)).toBeUndefined())
})

describe('an entry of a list of parts', () => {
  const entry = (text: string, follows = false) => isPartOfOthers(text.split('\n'), follows, knowledge)
  test.each([
    'keel-net\nFiles: https://git.example/keel/keel-net\nLicense: MIT License\nCopyright (c) 2019 Ada Keel',
    'whistle\nCopyright (c) 2022 Whistle Authors\nSource code: https://git.example/whistle',
    'Version: 2.1\nLicense: BSD 3-Clause License\nFor details: https://git.example/oar/blob/main/LICENSE',
  ])('is one: %s', text => expect(entry(text)).toBe(true))
  test.each([
    'keel-net\nLicense: CC-BY-NC-4.0\nCopyright (c) 2019 Ada Keel',
    'keel-net\nFiles: https://git.example/keel\nFor research only',
    'for academic use\nSource: https://git.example/keel',
    'License: https://git.example/keel/LICENSE-commercial',
    'keel-net\nUse: research',
    'keel-net\nLicense: MIT License, not for sale',
  ])('is none: %s', text => expect(entry(text)).toBe(false))
  test('leads to a text of its own behind another one', () => {
    expect(entry('For details: https://git.example/oar/blob/main/LICENSE')).toBe(false)
    expect(entry('For details: https://git.example/oar/blob/main/LICENSE', true)).toBe(true)
  })
})

test.each([
  ['For Harbor Research TideNet software:', true],
  ['License for the whistle code', true],
  ['For Research Use:', false],
  ['For Academic Institutions:', false],
  ['For Noncommercial Use of TideNet:', false],
])('a heading says whose part follows: %s', (line, is) => expect(isPartHeading(line, knowledge)).toBe(is))
