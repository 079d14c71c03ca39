@echo off
rem Starts fanout on Windows: builds it when fanout.jar is missing or older than the sources, then runs it.
setlocal
set "ROOT=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo fanout: needs a JDK 17 or later. Install one, or point JAVA_HOME at it. 1>&2
  exit /b 20
)
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i "version"') do set "VERSION=%%~v"
for /f "delims=.-" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo fanout: needs a JDK 17 or later; found Java %VERSION%. Point JAVA_HOME at a newer one. 1>&2
  exit /b 20
)
set "JAR=%ROOT%cli\target\dist\fanout.jar"
set "LOG=%ROOT%cli\target\fanout-build.log"
set "LOCK=%ROOT%.fanout-build.lock"
call :look
if not defined STALE goto run
where mvn >nul 2>&1
if errorlevel 1 (
  echo fanout: needs Maven 3.8 or later ^(mvn^) to build itself the first time. 1>&2
  exit /b 20
)
set /a WAITED=0

rem One build at a time: only one process can make the folder.
:lock
md "%LOCK%" >nul 2>&1 && goto locked
if %WAITED% EQU 0 echo fanout: another build is under way; waiting for it. If none runs, remove "%LOCK%" 1>&2
set /a WAITED+=1
if %WAITED% GTR 600 (
  echo fanout: waited 10 minutes for the other build. 1>&2
  exit /b 20
)
ping -n 2 127.0.0.1 >nul 2>&1
goto lock

:locked
call :look
if not defined STALE goto built
echo fanout: building ^(Maven output: "%LOG%"^) ... 1>&2
if not exist "%ROOT%cli\target" md "%ROOT%cli\target"
pushd "%ROOT%"
call mvn -B -ntp -pl cli,function-app -am -Dfanout.checks=off -Dmaven.test.skip=true package > "%LOG%" 2>&1
set "BUILD=%ERRORLEVEL%"
popd
if "%BUILD%"=="0" goto built
rd "%LOCK%" >nul 2>&1
findstr /b /l /c:"[ERROR]" "%LOG%" 1>&2
echo fanout: the build failed. Maven's whole output: "%LOG%" 1>&2
exit /b 20

:built
rd "%LOCK%" >nul 2>&1

:run
set "FLAGS=-XX:+UseSerialGC -XX:-UsePerfData -Xms384m -Xmn256m -Xmx1g -XX:MetaspaceSize=128m -XX:+ExitOnOutOfMemoryError"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% %FANOUT_JAVA_OPTS% "-Dfanout.home=%ROOT%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Sets STALE when there is no program, or one that is older than a source.
:look
set "STALE="
if not exist "%JAR%" (
  set "STALE=1"
  exit /b 0
)
for /f %%s in ('powershell -NoProfile -Command "$j=(Get-Item '%JAR%').LastWriteTimeUtc; if (Get-ChildItem -Path '%ROOT%' -Recurse -File -Include *.java,pom.xml,host.json,*.json | Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTimeUtc -gt $j } | Select-Object -First 1) { 1 }"') do set "STALE=%%s"
exit /b 0
