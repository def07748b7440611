import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Figure } from './figure.tsx'
import { Verdict } from './verdict.tsx'

const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const nps = { value: 31.2, n: 4908, low: 28.9, high: 33.5 }

it('[UI-16] a figure shows name, value, interval, n, verdict and change in this order', () => {
  const change = { value: -3.6, n: 4908, low: -6.7, high: -0.5 }
  const text = textOf(
    renderToStaticMarkup(
      <Figure name="NPS" estimate={nps} form={{ unit: 'points' }} change={change} verdict="moved-down" />,
    ),
  )
  const order = ['NPS', '31.2', '[28.9, 33.5]', 'n 4,908', '▼', 'moved', '−3.6', '[−6.7, −0.5]']
  const places = order.map((part) => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

it('[UI-16] a figure that cannot be given shows no number but its reason', () => {
  const none = { value: null, n: 3, low: null, high: null, why: 'group-too-small' }
  const text = textOf(renderToStaticMarkup(<Figure name="NPS" estimate={none} form={{ unit: 'points' }} />))
  expect(text).toContain('⋯')
  expect(text).toContain('the group is too small')
  expect(text).not.toContain('0.0')
})

it('[UI-17] a verdict is told by sign, word and meaning', () => {
  const text = textOf(renderToStaticMarkup(<Verdict verdict="noise" />))
  expect(text).toMatch(/≈ noise .*within what chance alone would do/)
})
