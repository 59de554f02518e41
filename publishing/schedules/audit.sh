#!/bin/sh
# 定时核验站外网址。cron、systemd 和 CI 都运行这一个脚本。
#
#   audit.sh [参数……]      参数原样交给 disclosure audit fetch
#
# 环境变量（都可以不设）：
#   DISCLOSURE_HOME             项目文件夹（默认：本脚本所在文件夹的上两级）
#   DISCLOSURE_DATA             数据文件夹（默认 data）
#   DISCLOSURE_WEBHOOK          把结果发到这个网址
#   DISCLOSURE_WEBHOOK_SECRET   签名的密钥；放在只有本人能读的文件里，不要写进 crontab
#
# 退出码同 disclosure audit fetch：0 通过，1 断，2 需人工，3 不可信；75 上一次还没有做完。
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=${DISCLOSURE_HOME:-$(dirname -- "$(dirname -- "$here")")}
cd -- "$home"
umask 027
export PYTHONUTF8=1
reports=audit-report/fetch
mkdir -p "$reports"

# 上一次还没有做完，就不再开一个。
if command -v flock >/dev/null 2>&1; then
    exec 9>"$reports/.lock"
    flock -n 9 || { echo '上一次核验还没有做完。' >&2; exit 75; }
fi

if [ -n "${DISCLOSURE_WEBHOOK:-}" ]; then
    set -- --webhook "$DISCLOSURE_WEBHOOK" "$@"
fi

# 不通的每天再看一次；通的六天之内不再打扰对方。
code=0
.venv/bin/disclosure audit fetch --report "$reports" --self-test --trust 6 "$@" || code=$?
[ ! -f "$reports/summary.txt" ] || cat "$reports/summary.txt"
exit "$code"
