/*
 * Files of control groups as the kernel writes them, by situation. The version 1 file names, values and mount points
 * were read from a machine with a hybrid hierarchy; the others follow kernel.org/doc/Documentation/admin-guide/cgroup-v2
 * and cgroup-v1.
 */
export const CGROUP_FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'version 2, container with a namespace of its own': {
    '/proc/self/cgroup': '0::/',
    '/sys/fs/cgroup/cpu.max': '150000 100000',
    '/sys/fs/cgroup/memory.max': '2147483648',
  },
  'version 2, a service with the limits on its slice': {
    '/proc/self/cgroup': '0::/ci.slice/runner.service',
    '/sys/fs/cgroup/ci.slice/runner.service/cpu.max': 'max 100000',
    '/sys/fs/cgroup/ci.slice/runner.service/memory.max': '8589934592',
    '/sys/fs/cgroup/ci.slice/cpu.max': '200000 100000',
    '/sys/fs/cgroup/ci.slice/memory.max': '4294967296',
  },
  'version 2, without limits': {
    '/proc/self/cgroup': '0::/user.slice',
    '/sys/fs/cgroup/user.slice/cpu.max': 'max 100000',
    '/sys/fs/cgroup/user.slice/memory.max': 'max',
  },
  'version 1, container that sees its own group at the root': {
    '/proc/self/cgroup': '9:memory:/docker/4f1c\n4:cpu,cpuacct:/docker/4f1c\n1:name=systemd:/docker/4f1c',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '50000',
    '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '1073741824',
  },
  'version 1, group of the host, controllers mounted together': {
    '/proc/self/cgroup': '5:memory:/builds/42\n3:cpu,cpuacct:/builds/42',
    '/sys/fs/cgroup/cpu,cpuacct/builds/42/cpu.cfs_quota_us': '300000',
    '/sys/fs/cgroup/cpu,cpuacct/builds/42/cpu.cfs_period_us': '100000',
    '/sys/fs/cgroup/memory/builds/42/memory.limit_in_bytes': '3221225472',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
  },
  'version 1, without limits': {
    '/proc/self/cgroup': '4:memory:/\n1:cpu:/',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1',
    '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
  },
  'both versions, version 1 in charge': {
    '/proc/self/cgroup': '4:memory:/jobs/7\n1:cpu:/\n0::/',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '100000',
    '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
    '/sys/fs/cgroup/memory/jobs/7/memory.limit_in_bytes': '8589934592',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
  },
  'no control groups': {},
  'files that make no sense': {
    '/proc/self/cgroup': 'nonsense\n0:',
    '/sys/fs/cgroup/cpu.max': '',
    '/sys/fs/cgroup/memory.max': '-5',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': 'x',
    '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '0',
  },
};
