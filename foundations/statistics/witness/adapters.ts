import { agg } from './adapters/agg.ts'
import { ano } from './adapters/ano.ts'
import { bca } from './adapters/bca.ts'
import { bes } from './adapters/bes.ts'
import { cfa } from './adapters/cfa.ts'
import { csat } from './adapters/csat.ts'
import { cxi } from './adapters/cxi.ts'
import { drv } from './adapters/drv.ts'
import { eb } from './adapters/eb.ts'
import { fdr } from './adapters/fdr.ts'
import { fir } from './adapters/fir.ts'
import { ipa } from './adapters/ipa.ts'
import { nonr } from './adapters/nonr.ts'
import { nps } from './adapters/nps.ts'
import { ols } from './adapters/ols.ts'
import { ord } from './adapters/ord.ts'
import { peak } from './adapters/peak.ts'
import { prca } from './adapters/prca.ts'
import { prop } from './adapters/prop.ts'
import { rake } from './adapters/rake.ts'
import { rel } from './adapters/rel.ts'
import { spf } from './adapters/spf.ts'
import { uwes } from './adapters/uwes.ts'
import type { Adapter } from './oracle-case.ts'

/** Adapter of each family of cases, by the letters of its ids. */
export const adapters: Readonly<Record<string, Adapter>> = {
  AGG: agg,
  ANO: ano,
  BCA: bca,
  BES: bes,
  CFA: cfa,
  CSAT: csat,
  CXI: cxi,
  DRV: drv,
  EB: eb,
  FDR: fdr,
  FIR: fir,
  IPA: ipa,
  NONR: nonr,
  NPS: nps,
  OLS: ols,
  ORD: ord,
  PEAK: peak,
  PRCA: prca,
  PROP: prop,
  RAKE: rake,
  REL: rel,
  SPF: spf,
  UWES: uwes,
}
