import type { Policy } from '@holdfast/adaptive/settings';
import type { ReporterOptions as TriageOptions } from '@holdfast/triage';

type Options = TriageOptions & Policy;

/** Options of the reporter; the settings among them lie on top of the settings file's. */
// Mapped, for no interface may be in it: the runners take a record of unknown options, and an interface is none.
export type ReporterOptions = { readonly [Name in keyof Options]: Options[Name] };
