<#import "template.ftl" as layout>
<#global auth = "">
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if denial.outcome() = "unknown">${msg("interlieux.denied.title.unknown")}<#elseif denial.rule()?starts_with("home-") && denial.rule() != "home-login">${msg("interlieux.denied.title.login")}<#else>${msg("interlieux.denied.title")}</#if>
    <#elseif section = "form">
    <#assign homeName = (denial.home().name())!"">
    <#assign hostName = (denial.host().name())!"">
    <div id="access-denied" class="il-denial" data-outcome="${denial.outcome()}" data-rule="${denial.rule()}">
    <#if denial.outcome() = "unknown">
        <p>${msg("interlieux.denied.unknown", homeName)}</p>
        <p>${msg("interlieux.denied.unknown.todo", homeName)}</p>
    <#elseif denial.rule() = "no-home-venue">
        <p>${msg("interlieux.denied.noHome", hostName)}</p>
        <p>${msg("interlieux.denied.noHome.todo")}</p>
    <#elseif denial.rule() = "home-login">
        <p>${msg("interlieux.denied.homeLogin", hostName, homeName)}</p>
        <p>${msg("interlieux.denied.homeLogin.todo", homeName)}</p>
    <#elseif denial.rule() = "host-venue">
        <p>${msg("interlieux.denied.host")}</p>
        <p>${msg("interlieux.denied.host.todo")}</p>
    <#elseif denial.rule() = "acceptedHomeVenues">
        <p>${msg("interlieux.denied.accepted", hostName, homeName)}</p>
        <p>${msg("interlieux.denied.accepted.todo", hostName)}</p>
    <#elseif denial.rule() = "openingHours" && denial.reason() = "closed-now">
        <p>${msg("interlieux.denied.closed", hostName)}</p>
        <#if denial.opens()??>
        <p id="next-opening">${msg("interlieux.denied.closed.opens", denial.opens().day(), denial.opens().time())}</p>
        </#if>
        <p>${msg("interlieux.denied.closed.todo")}</p>
    <#elseif denial.rule() = "openingHours">
        <p>${msg("interlieux.denied.hours", hostName)}</p>
        <p>${msg("interlieux.denied.hours.todo")}</p>
    <#elseif denial.rule() = "entry-limit">
        <p>${msg("interlieux.denied.entryLimit")}</p>
        <p>${msg("interlieux.denied.entryLimit.todo")}</p>
    <#elseif denial.rule() = "home">
        <p>${msg("interlieux.denied.homeDisabled", homeName)}</p>
        <p>${msg("interlieux.denied.homeDisabled.todo", homeName)}</p>
    <#elseif denial.rule() = "home-closed">
        <p>${msg("interlieux.denied.homeClosed")}</p>
        <p>${msg("interlieux.denied.homeClosed.todo")}</p>
    <#elseif denial.rule() = "home-gone">
        <p>${msg("interlieux.denied.homeGone")}</p>
        <p>${msg("interlieux.denied.homeGone.todo")}</p>
    <#else>
        <p>${msg("interlieux.denied.rule", homeName, hostName)}</p>
        <#if denial.text()?has_content>
        <blockquote id="venue-reason">${denial.text()}</blockquote>
        </#if>
        <p>${msg("interlieux.denied.rule.todo", homeName)}</p>
    </#if>
    </div>
    <form action="${url.loginAction}" method="post" class="il-actions">
        <#if denial.outcome() = "unknown" || denial.rule() = "entry-limit">
        <button type="submit" name="choice" value="retry" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.denied.retry")}</button>
        </#if>
        <a id="other-venue" href="${url.loginRestartFlowUrl}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.otherVenue")}</a>
        <#if denial.mayLogOutAtHome()>
        <button type="submit" name="choice" value="log-out-at-home" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.denied.logOutAtHome", homeName)}</button>
        </#if>
        <button type="submit" name="choice" value="back-to-service" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.denied.back")}</button>
    </form>
    </#if>
</@layout.registrationLayout>
