import type { AuditOptions } from '../audit/options.js';
import { type Config, findConfig } from '../config/load.js';
import { fileEntries } from '../ingest/configured-files.js';
import { limitsOf } from '../ingest/limit-settings.js';
import { shippedPacks } from '../policy/pack.js';
import { defaultPolicy } from './command.js';

/** What the command line says of an audit; what it leaves out, the configuration or the default says. */
interface GivenFlags {
  readonly config: string | undefined;
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly policy: string | undefined;
  readonly asOf: string | undefined;
  readonly rules: readonly string[] | undefined;
}

type ConfiguredOptions = Pick<
  AuditOptions,
  | 'paths'
  | 'out'
  | 'asOf'
  | 'asOfFromConfig'
  | 'rules'
  | 'rulesPlace'
  | 'overrides'
  | 'ownRules'
  | 'villageIndicators'
  | 'notInputs'
  | 'files'
  | 'limits'
  | 'area'
  | 'previous'
> & { readonly policy: string };

/**
 * The options of an audit by command line, configuration and default, in this order.
 * @returns the options, and the configuration file that was found without being named
 * @throws HechaError HC1001, HC2003 for the configuration
 */
export async function configuredOptions(
  given: GivenFlags,
  defaults: { readonly out: string; readonly policy: string },
): Promise<{ options: ConfiguredOptions; found: string | undefined }> {
  const config = await findConfig(given.config, given.paths, { packs: shippedPacks });
  const asOf = given.asOf ?? config?.asOf;
  const paths = given.paths.length > 0 ? given.paths : (config?.inputs ?? ['.']);
  const options: ConfiguredOptions = {
    paths,
    out: given.out ?? config?.out ?? defaults.out,
    policy: given.policy ?? config?.policy ?? defaults.policy,
    ...(asOf !== undefined && { asOf, asOfFromConfig: given.asOf === undefined }),
    ...rulesOf(given.rules, config),
    ...(config && {
      overrides: {
        file: config.file,
        values: config.parameters,
        lineOf: (place) => config.lineOf(['parameters', ...place]),
      },
      ...(config.ownRules !== undefined && { ownRules: config.ownRules }),
      villageIndicators: config.villageIndicators,
      ...(config.previous !== undefined && { previous: config.previous }),
      ...(config.area !== undefined && { area: config.area }),
      ...(config.datasets.length > 0 && {
        files: { entries: fileEntries(config), folder: config.folder, config: config.file },
      }),
      limits: limitsOf(config.limits),
      notInputs: [config.path, ...(config.ownRules === undefined ? [] : [config.ownRules])],
    }),
  };
  return { options, found: given.config === undefined ? config?.path : undefined };
}

/**
 * What the configuration says of policy and rules to a command that reads no exports: the file named, or the one in this folder.
 * @throws HechaError HC1001, HC2003 for the configuration
 */
export const configuredRules = (given: Pick<GivenFlags, 'config' | 'policy'>) =>
  configuredOptions(
    { ...given, paths: [], out: undefined, asOf: undefined, rules: undefined },
    { out: '', policy: defaultPolicy },
  );

function rulesOf(
  given: readonly string[] | undefined,
  config: Config | undefined,
): Pick<ConfiguredOptions, 'rules' | 'rulesPlace'> {
  if (given !== undefined || !config) return { rules: given ?? [] };
  const { file } = config;
  return { rules: config.rules, rulesPlace: { file, lineOf: (index) => config.lineOf(['rules', index]) } };
}
