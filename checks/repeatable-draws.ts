import fc from 'fast-check'

/** Properties are tested on the same draws in every run, so that a change is what fails; FC_SEED gives others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261) })
