#!/usr/bin/env bash
# A private ClickHouse cluster of N servers on loopback ports, for tests: `clickhouse.sh start FOLDER PORT [N [PID]]`, `clickhouse.sh stop FOLDER`, `clickhouse.sh kill FOLDER K`.
# Server K (from 1) speaks HTTP on PORT + 10 K; cluster `shards_M` is the first M of them. Their data lie in FOLDER and go with it. As root they run as the user clickhouse.
# With PID they are gone, and FOLDER is, as soon as that process is.
# Debian's package clickhouse-server, 18.16, is what it is written for: current releases are tested as a library.
set -euo pipefail

command=$1 folder=$2

program() {
  local found=${METRICS_CLICKHOUSE_SERVER:-$(command -v clickhouse-server || echo /usr/sbin/clickhouse-server)}
  [ -x "$found" ] || { echo "ClickHouse is missing: install the package clickhouse-server, or let METRICS_CLICKHOUSE_SERVER name the program." >&2; exit 1; }
  echo "$found"
}

configure() {
  local k=$1 base=$2 count=$3 home=$folder/s$1 clusters="" shards=""
  mkdir -p "$home"/{data,tmp,log,schemas,files}
  for j in $(seq 1 "$count"); do
    shards+="<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>$((base + 10 * j + 1))</port></replica></shard>"
    clusters+="<shards_$j>$shards</shards_$j>"
  done
  cat > "$home/config.xml" << X
<?xml version="1.0"?>
<yandex>
 <logger><level>warning</level><log>$home/log/server.log</log><errorlog>$home/log/errors.log</errorlog><size>20M</size><count>2</count></logger>
 <http_port>$((base + 10 * k))</http_port><tcp_port>$((base + 10 * k + 1))</tcp_port><interserver_http_port>$((base + 10 * k + 2))</interserver_http_port>
 <interserver_http_host>127.0.0.1</interserver_http_host><listen_host>127.0.0.1</listen_host>
 <max_connections>256</max_connections><keep_alive_timeout>3</keep_alive_timeout><max_concurrent_queries>100</max_concurrent_queries>
 <uncompressed_cache_size>0</uncompressed_cache_size><mark_cache_size>67108864</mark_cache_size>
 <path>$home/data/</path><tmp_path>$home/tmp/</tmp_path><format_schema_path>$home/schemas/</format_schema_path><user_files_path>$home/files/</user_files_path>
 <users_config>$home/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
 <timezone>America/New_York</timezone><mlock_executable>false</mlock_executable>
 <remote_servers>$clusters</remote_servers>
 <query_log><database>system</database><table>query_log</table><partition_by>toYYYYMM(event_date)</partition_by><flush_interval_milliseconds>200</flush_interval_milliseconds></query_log>
 <builtin_dictionaries_reload_interval>3600</builtin_dictionaries_reload_interval>
</yandex>
X
  # A profile that gives statements another meaning, unless they say what they mean; and a user with a password.
  cat > "$home/users.xml" << X
<?xml version="1.0"?>
<yandex>
 <profiles><default><max_memory_usage>4000000000</max_memory_usage><log_queries>1</log_queries><join_use_nulls>0</join_use_nulls><count_distinct_implementation>uniq</count_distinct_implementation><allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type></default></profiles>
 <users>
  <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
  <reader><password>pa55&amp;word</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></reader>
 </users>
 <quotas><default><interval><duration>3600</duration><queries>0</queries><errors>0</errors><result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time></interval></default></quotas>
</yandex>
X
  [ "$(id -u)" -ne 0 ] || chown -R clickhouse:clickhouse "$home"
}

run() {
  if [ "$(id -u)" -eq 0 ]; then
    exec setsid setpriv --reuid=clickhouse --regid=clickhouse --init-groups "$@"
  else
    exec setsid "$@"
  fi
}

answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1" && printf 'GET /ping HTTP/1.0\r\n\r\n' >&3 && grep -q 'Ok\.' <&3) 2> /dev/null; }

case $command in
start)
  base=$3 count=${4:-1}
  server=$(program)
  mkdir -p "$folder"
  chmod 755 "$folder"
  for k in $(seq 1 "$count"); do
    configure "$k" "$base" "$count"
    (cd "$folder/s$k" && run "$server" --config-file="$folder/s$k/config.xml" > "$folder/s$k/log/out" 2>&1 < /dev/null) &
    echo $! > "$folder/s$k/pid"
  done
  for k in $(seq 1 "$count"); do
    for _ in $(seq 1 300); do
      answers $((base + 10 * k)) && continue 2
      sleep 0.1
    done
    echo "ClickHouse server $k does not start:" >&2
    tail -5 "$folder/s$k/log/out" "$folder/s$k/log/errors.log" >&2 || true
    exit 1
  done
  if [ -n "${5:-}" ]; then
    (
      while kill -0 "$5" 2> /dev/null; do sleep 1; done
      for pid in "$folder"/s*/pid; do kill -9 "$(cat "$pid")" 2> /dev/null || true; done
      sleep 1
      rm -rf "$folder"
    ) > /dev/null 2>&1 < /dev/null &
  fi
  ;;
stop) for pid in "$folder"/s*/pid; do kill -9 "$(cat "$pid")" 2> /dev/null || true; done ;;
kill) kill -9 "$(cat "$folder/s$3/pid")" ;;
*) echo "There is no command \`$command\`." >&2; exit 2 ;;
esac
