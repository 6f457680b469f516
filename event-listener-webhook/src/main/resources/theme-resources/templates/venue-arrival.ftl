<#import "template.ftl" as layout>
<#import "venue-card.ftl" as card>
<#global auth = "">
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("interlieux.arrival.title", arrival.host().name())}
    <#elseif section = "form">
    <div id="venue-arrival" class="il-arrival">
        <div class="il-venue il-venue-static"><@card.venue venue=arrival.host() /></div>
        <p id="arrival-member">
        <#if arrival.memberName()?has_content>
            ${msg("interlieux.arrival.you", arrival.memberName(), arrival.home().name())}
        <#else>
            ${msg("interlieux.arrival.someone", arrival.home().name())}
        </#if>
        </p>
        <#if arrival.movingFrom()?has_content>
        <p id="arrival-moving" class="il-notice">${msg("interlieux.arrival.moving", arrival.movingFrom())}</p>
        </#if>
        <h2>${msg("interlieux.arrival.told")}</h2>
        <ul class="il-told">
            <li id="arrival-home-told">
            <#if arrival.homeIsTold()>
                <#if arrival.hasEmail()>${msg("interlieux.arrival.homeTold", arrival.home().name())}<#else>${msg("interlieux.arrival.homeToldNoEmail", arrival.home().name())}</#if>
            <#else>
                ${msg("interlieux.arrival.notTold", arrival.home().name())}
            </#if>
            </li>
            <#if !arrival.atHome()>
            <li id="arrival-host-told">
            <#if !arrival.hostIsTold()>
                ${msg("interlieux.arrival.notTold", arrival.host().name())}
            <#elseif arrival.shownToHost()?has_content>
                ${msg("interlieux.arrival.hostTold", arrival.host().name(), arrival.shownToHost(), arrival.home().name())}
            <#else>
                ${msg("interlieux.arrival.hostToldNoName", arrival.host().name(), arrival.home().name())}
            </#if>
            </li>
            </#if>
        </ul>
    </div>
    <#-- A double tap is one tap. After three seconds without an answer the member may tap again. -->
    <form action="${url.loginAction}" method="post" class="il-actions"
          onsubmit="const again = Date.now() - (this.dataset.sent || 0) < 3000; if (!again) this.dataset.sent = Date.now(); return !again;">
        <button type="submit" name="choice" value="arrive" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.arrival.arrive")}</button>
        <button type="submit" name="choice" value="not-now" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.arrival.notNow")}</button>
        <a id="other-venue" href="${url.loginRestartFlowUrl}" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.otherVenue")}</a>
    </form>
    </#if>
</@layout.registrationLayout>
