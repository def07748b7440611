import { agg } from './adapters/agg.ts'
import { aln } from './adapters/aln.ts'
import { ano } from './adapters/ano.ts'
import { bca } from './adapters/bca.ts'
import { bes } from './adapters/bes.ts'
import { btyd } from './adapters/btyd.ts'
import { cap, debt } from './adapters/cap.ts'
import { cfa } from './adapters/cfa.ts'
import { cor } from './adapters/cor.ts'
import { cox } from './adapters/cox.ts'
import { cpr } from './adapters/cpr.ts'
import { cr } from './adapters/cr.ts'
import { csat } from './adapters/csat.ts'
import { cup } from './adapters/cup.ts'
import { cxi } from './adapters/cxi.ts'
import { dfg } from './adapters/dfg.ts'
import { did } from './adapters/did.ts'
import { dml } from './adapters/dml.ts'
import { drv } from './adapters/drv.ts'
import { eb } from './adapters/eb.ts'
import { ediv } from './adapters/ediv.ts'
import { evaluation } from './adapters/eval.ts'
import { fay } from './adapters/fay.ts'
import { fdr } from './adapters/fdr.ts'
import { fir } from './adapters/fir.ts'
import { frag } from './adapters/frag.ts'
import { fri } from './adapters/fri.ts'
import { gap } from './adapters/gap.ts'
import { gg } from './adapters/gg.ts'
import { gra } from './adapters/gra.ts'
import { ipa } from './adapters/ipa.ts'
import { its } from './adapters/its.ts'
import { km } from './adapters/km.ts'
import { lag } from './adapters/lag.ts'
import { med } from './adapters/med.ts'
import { meta } from './adapters/meta.ts'
import { mkv } from './adapters/mkv.ts'
import { nonr } from './adapters/nonr.ts'
import { nps } from './adapters/nps.ts'
import { ols } from './adapters/ols.ts'
import { ord } from './adapters/ord.ts'
import { paf } from './adapters/paf.ts'
import { pan } from './adapters/pan.ts'
import { pcox } from './adapters/pcox.ts'
import { peak } from './adapters/peak.ts'
import { pelt } from './adapters/pelt.ts'
import { perm } from './adapters/perm.ts'
import { prca } from './adapters/prca.ts'
import { pred } from './adapters/pred.ts'
import { prop } from './adapters/prop.ts'
import { prp } from './adapters/prp.ts'
import { pwr } from './adapters/pwr.ts'
import { rake } from './adapters/rake.ts'
import { rel } from './adapters/rel.ts'
import { sdid } from './adapters/sdid.ts'
import { seq } from './adapters/seq.ts'
import { spc } from './adapters/spc.ts'
import { spf } from './adapters/spf.ts'
import { stab } from './adapters/stab.ts'
import { stl } from './adapters/stl.ts'
import { tbr } from './adapters/tbr.ts'
import { txt } from './adapters/txt.ts'
import { uwes } from './adapters/uwes.ts'
import { vw } from './adapters/vw.ts'
import type { Adapter } from './oracle-case.ts'

/** Adapter of each family of cases, by the letters of its ids. */
export const adapters: Readonly<Record<string, Adapter>> = {
  AGG: agg,
  ALN: aln,
  ANO: ano,
  BCA: bca,
  BES: bes,
  BTYD: btyd,
  CAP: cap,
  CFA: cfa,
  COR: cor,
  COX: cox,
  CPR: cpr,
  CR: cr,
  CSAT: csat,
  CUP: cup,
  CXI: cxi,
  DEBT: debt,
  DFG: dfg,
  DID: did,
  DML: dml,
  DRV: drv,
  EB: eb,
  EDIV: ediv,
  FDR: fdr,
  FIR: fir,
  FRAG: frag,
  FRI: fri,
  GAP: gap,
  GG: gg,
  GRA: gra,
  IPA: ipa,
  ITS: its,
  KM: km,
  LAG: lag,
  MED: med,
  META: meta,
  MKV: mkv,
  NONR: nonr,
  NPS: nps,
  OLS: ols,
  ORD: ord,
  PAF: paf,
  PAN: pan,
  PEAK: peak,
  PELT: pelt,
  PRCA: prca,
  PRED: pred,
  PROP: prop,
  PRP: prp,
  PWR: pwr,
  RAKE: rake,
  REL: rel,
  SDID: sdid,
  SEQ: seq,
  SPC: spc,
  SPF: spf,
  STL: stl,
  TBR: tbr,
  TXT: txt,
  UWES: uwes,
  EVAL: evaluation,
  FAY: fay,
  PCOX: pcox,
  PERM: perm,
  STAB: stab,
  VW: vw,
}
